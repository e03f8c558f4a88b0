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
    /// The agency the server takes this station to belong to; nil where its certificate says nothing of it, as in the
    /// welcomes of older servers.
    public var agency: String?
    /// What the station is there to do, by name.
    public var roles: [String]
    /// The station's name; nil as ``agency``.
    public var station: String?

    /// The message of these values; limits are checked when it is encoded.
    public init(
        version: UInt8, server: String, matcher: String, limits: SessionLimits, capabilities: [String],
        agency: String? = nil, roles: [String] = [], station: String? = nil
    ) {
        self.version = version
        self.server = server
        self.matcher = matcher
        self.limits = limits
        self.capabilities = capabilities
        self.agency = agency
        self.roles = roles
        self.station = station
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
        static let agency = Field<String>.atMostOnce(0x0006, "agency", WireLimits.agencyBytes)
        static let roles = Field<String>.times(WireLimits.roles, 0x0007, "role", WireLimits.agencyBytes)
        static let station = Field<String>.atMostOnce(0x0008, "station", WireLimits.stationBytes)
    }

    package static let kind = MessageKind.welcome
    package static let fields = [
        Fields.version.rule, Fields.server.rule, Fields.matcher.rule, Fields.limits.rule, Fields.capabilities.rule,
        Fields.agency.rule, Fields.roles.rule, Fields.station.rule,
    ]

    package init(reading fields: FieldReader) throws(WireError) {
        version = try fields.value(Fields.version)
        server = try fields.value(Fields.server)
        matcher = try fields.value(Fields.matcher)
        limits = try fields.value(Fields.limits)
        capabilities = try fields.list(Fields.capabilities)
        agency = try fields.optional(Fields.agency)
        roles = try fields.list(Fields.roles)
        station = try fields.optional(Fields.station)
    }

    package func write(to writer: inout FieldWriter) throws(WireError) {
        try writer.put(version, Fields.version)
        try writer.put(server, Fields.server)
        try writer.put(matcher, Fields.matcher)
        try writer.put(limits, Fields.limits)
        try writer.put(capabilities, list: Fields.capabilities)
        try writer.put(agency, Fields.agency)
        try writer.put(roles, list: Fields.roles)
        try writer.put(station, Fields.station)
    }
}
