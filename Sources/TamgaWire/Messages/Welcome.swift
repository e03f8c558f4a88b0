/// The answer to the hello: the version to speak from here on, and what the server takes.
public struct Welcome: Sendable, Hashable {
    public var version: UInt8
    /// The server program and its version.
    public var server: String
    /// The matcher's version: scores of different matchers are not to be compared.
    public var matcher: String
    public var limits: SessionLimits
    /// Names of optional features, such as ``WireCapability``'s; unknown names are to be ignored.
    public var capabilities: [String]

    /// The message of these values; limits are checked when it is encoded.
    public init(version: UInt8, server: String, matcher: String, limits: SessionLimits, capabilities: [String]) {
        self.version = version
        self.server = server
        self.matcher = matcher
        self.limits = limits
        self.capabilities = capabilities
    }
}

extension Welcome: WireMessage {
    enum Fields {
        static let version = Field<UInt8>.once(0x8001, "version", WireLimits.versions)
        static let server = Field<String>.once(0x8002, "server", WireLimits.programBytes)
        static let matcher = Field<String>.once(0x8003, "matcher", WireLimits.matcherBytes)
        static let limits = Field<SessionLimits>.once(0x8004, "limits")
        static let capabilities = Field<String>.times(
            WireLimits.capabilities, 0x0005, "capability", WireLimits.capabilityBytes)
    }

    package static let kind = MessageKind.welcome
    package static let fields = [
        Fields.version.rule, Fields.server.rule, Fields.matcher.rule, Fields.limits.rule, Fields.capabilities.rule,
    ]

    package init(reading fields: FieldReader) throws(WireError) {
        version = try fields.value(Fields.version)
        server = try fields.value(Fields.server)
        matcher = try fields.value(Fields.matcher)
        limits = try fields.value(Fields.limits)
        capabilities = try fields.list(Fields.capabilities)
    }

    package func write(to writer: inout FieldWriter) throws(WireError) {
        try writer.put(version, Fields.version)
        try writer.put(server, Fields.server)
        try writer.put(matcher, Fields.matcher)
        try writer.put(limits, Fields.limits)
        try writer.put(capabilities, list: Fields.capabilities)
    }
}
