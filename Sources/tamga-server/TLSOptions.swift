import ArgumentParser
import Foundation
import Logging
import TamgaTLS

/// Who the server is to stations, and which stations it lets in.
struct TLSOptions: ParsableArguments {
    @Option(help: "The server's certificate, PEM, followed by intermediate ones.")
    var certificate: String
    @Option(help: "The private key of the certificate, PEM, without a password.")
    var privateKey: String
    @Option(help: "The authorities that stations' certificates must be signed by, PEM.")
    var clientCa: String
    @Option(
        parsing: .singleValue,
        help: "Revocation lists of these authorities, PEM; may be repeated. With one, every authority needs one.")
    var clientCrl: [String] = []
    @Option(help: "Seconds between looks whether these files have changed, 1 to 86400; 0: only SIGHUP has them read.")
    var tlsWatch = 30
    @Option(help: "For development only: a file to which the secrets of all connections are written.")
    var keyLog: String?

    func validate() throws {
        guard (0...86_400).contains(tlsWatch) else {
            throw ValidationError("--tls-watch is \(tlsWatch), allowed: 0 to 86400")
        }
    }

    /// Between two looks at the files; nil for none.
    var watchInterval: Duration? { tlsWatch == 0 ? nil : .seconds(tlsWatch) }

    /// Reads the files.
    func load(_ logger: Logger) throws(TLSError) -> ReloadableTLS {
        let files = TLSFiles(
            certificate: certificate, privateKey: privateKey, authority: clientCa, revocationLists: clientCrl)
        guard let keyLog else { return try ReloadableTLS(files: files) }
        let log = try TLSKeyLog(path: keyLog, environment: ProcessInfo.processInfo.environment)
        logger.critical(
            "THE SECRETS OF ALL CONNECTIONS ARE WRITTEN TO A FILE: WHO HAS IT READS EVERYTHING. For development only.",
            metadata: ["file": "\(keyLog)"])
        return try ReloadableTLS(files: files, keyLog: log)
    }
}
