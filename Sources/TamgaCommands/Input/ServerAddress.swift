/// A server as the command line names it: `HOST:PORT`, `[IPV6]:PORT`.
package struct ServerAddress: Hashable, Sendable {
    package var host: String
    package var port: Int

    /// - Throws: ``CommandError`` of status `usage`.
    package init(_ text: String) throws(CommandError) {
        let mistake = CommandError.usage("\(text) is not HOST:PORT", field: "--server", limit: "port 1 to 65535")
        guard let colon = text.lastIndex(of: ":"), let port = UInt16(text[text.index(after: colon)...]), port > 0
        else { throw mistake }
        var host = text[..<colon]
        if host.hasPrefix("["), host.hasSuffix("]") {
            host = host.dropFirst().dropLast()
        } else if host.contains(":") {
            throw mistake
        }
        guard !host.isEmpty else { throw mistake }
        self.host = String(host)
        self.port = Int(port)
    }
}
