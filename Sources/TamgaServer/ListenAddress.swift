/// Where to listen: a host name or an address, and a port, of which 0 takes any free one.
public struct ListenAddress: Hashable, Sendable {
    public let host: String
    public let port: Int

    /// - Parameter host: a name or an address, without brackets.
    public init(host: String, port: Int) {
        self.host = host
        self.port = port
    }

    /// Reads `HOST:PORT`; an IPv6 address stands in brackets: `[::1]:4433`.
    ///
    /// - Throws: ``ServerError`` of code `invalidAddress`.
    public init(_ text: String) throws(ServerError) {
        guard let colon = text.lastIndex(of: ":"), let port = Self.port(text[text.index(after: colon)...]) else {
            throw Self.invalid("a port is missing or not a number, allowed: 0 to \(UInt16.max)")
        }
        var host = text[..<colon]
        if host.hasPrefix("["), host.hasSuffix("]") {
            host = host.dropFirst().dropLast()
        } else if host.contains(where: { ":[]".contains($0) }) {
            throw Self.invalid("an IPv6 address stands in brackets: [::1]:4433")
        }
        guard !host.isEmpty else { throw Self.invalid("the host is missing: write 0.0.0.0 or [::] for all") }
        self.init(host: String(host), port: port)
    }

    /// Whether only programs on this machine reach it; of names, only `localhost` counts as that.
    public var isLoopback: Bool { host == "localhost" || host == "::1" || host.hasPrefix("127.") }

    private static func port(_ text: Substring) -> Int? {
        guard text.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) else { return nil }
        return UInt16(text).map(Int.init)
    }

    private static func invalid(_ what: String) -> ServerError {
        ServerError(.invalidAddress, "not HOST:PORT: \(what)")
    }
}

extension ListenAddress: CustomStringConvertible {
    public var description: String { host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)" }
}
