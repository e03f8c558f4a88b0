package import TamgaClient
package import TamgaWire

/// The options common to all commands, each from the command line or else from the environment.
package struct StationSettings: Sendable {
    package var server: String?
    package var certificate: String?
    package var privateKey: String?
    package var authority: String?
    /// For development only: where the connection's secrets are written.
    package var keyLog: String?
    /// What its requests say of their terms.
    package var requests = RequestOptions.none

    package init(server: String?, certificate: String?, privateKey: String?, authority: String?) {
        self.server = server
        self.certificate = certificate
        self.privateKey = privateKey
        self.authority = authority
    }

    /// The settings with what the environment adds.
    ///
    /// - Throws: ``CommandError`` of status `usage` naming the option that is missing.
    package func configuration(
        environment: [String: String], clientName: String
    ) throws(CommandError) -> ClientConfiguration {
        func pick(_ option: String?, _ name: String, _ variable: String) throws(CommandError) -> String {
            if let value = option ?? environment[variable], !value.isEmpty { return value }
            throw .usage("give \(name) or set \(variable)", field: name)
        }
        let address = try ServerAddress(pick(server, "--server", "TAMGA_SERVER"))
        var configuration = ClientConfiguration(
            host: address.host, port: address.port,
            certificate: try pick(certificate, "--certificate", "TAMGA_CERTIFICATE"),
            privateKey: try pick(privateKey, "--private-key", "TAMGA_PRIVATE_KEY"),
            authority: try pick(authority, "--ca", "TAMGA_CA"), clientName: clientName)
        configuration.requestOptions = requests
        configuration.keyLog = keyLog ?? environment["TAMGA_KEY_LOG"]
        return configuration
    }
}
