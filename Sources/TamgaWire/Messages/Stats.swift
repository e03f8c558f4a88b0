/// Asks for the server's figures.
public struct Stats: Sendable, Hashable {

    /// The message of these values; limits are checked when it is encoded.
    public init() {}
}

extension Stats: WireMessage {
    package static let kind = MessageKind.stats
    package static let fields: [FieldRule] = []

    package init(reading fields: FieldReader) throws(WireError) {}

    package func write(to writer: inout FieldWriter) throws(WireError) {}
}

/// The server's figures since its start.
public struct Statistics: Sendable, Hashable {
    /// The server program and its version.
    public var server: String
    public var matcher: String
    public var persons: UInt64
    /// Templates in the gallery.
    public var references: UInt64
    /// The number of the newest gallery snapshot.
    public var snapshot: UInt64
    public var shards: UInt16
    public var uptimeMilliseconds: UInt64
    /// Connections open now.
    public var connections: UInt32
    /// Since the start of the server, one for each kind that was asked for.
    public var requests: [RequestCount]

    /// The message of these values; limits are checked when it is encoded.
    public init(
        server: String, matcher: String, persons: UInt64, references: UInt64, snapshot: UInt64, shards: UInt16,
        uptimeMilliseconds: UInt64, connections: UInt32, requests: [RequestCount]
    ) {
        self.server = server
        self.matcher = matcher
        self.persons = persons
        self.references = references
        self.snapshot = snapshot
        self.shards = shards
        self.uptimeMilliseconds = uptimeMilliseconds
        self.connections = connections
        self.requests = requests
    }
}

extension Statistics: WireMessage {
    enum Fields {
        static let server = Field<String>.once(0x8001, "server", WireLimits.programBytes)
        static let matcher = Field<String>.once(0x8002, "matcher", WireLimits.matcherBytes)
        static let persons = Field<UInt64>.once(0x8003, "persons")
        static let references = Field<UInt64>.once(0x8004, "references")
        static let snapshot = Field<UInt64>.once(0x8005, "snapshot")
        static let shards = Field<UInt16>.once(0x8006, "shards")
        static let uptimeMilliseconds = Field<UInt64>.once(0x8007, "uptime")
        static let connections = Field<UInt32>.once(0x8008, "connections")
        static let requests = Field<RequestCount>.times(WireLimits.requestCounts, 0x0009, "request")
    }

    package static let kind = MessageKind.statistics
    package static let fields = [
        Fields.server.rule, Fields.matcher.rule, Fields.persons.rule, Fields.references.rule, Fields.snapshot.rule,
        Fields.shards.rule, Fields.uptimeMilliseconds.rule, Fields.connections.rule, Fields.requests.rule,
    ]

    package init(reading fields: FieldReader) throws(WireError) {
        server = try fields.value(Fields.server)
        matcher = try fields.value(Fields.matcher)
        persons = try fields.value(Fields.persons)
        references = try fields.value(Fields.references)
        snapshot = try fields.value(Fields.snapshot)
        shards = try fields.value(Fields.shards)
        uptimeMilliseconds = try fields.value(Fields.uptimeMilliseconds)
        connections = try fields.value(Fields.connections)
        requests = try fields.list(Fields.requests)
    }

    package func write(to writer: inout FieldWriter) throws(WireError) {
        try writer.put(server, Fields.server)
        try writer.put(matcher, Fields.matcher)
        try writer.put(persons, Fields.persons)
        try writer.put(references, Fields.references)
        try writer.put(snapshot, Fields.snapshot)
        try writer.put(shards, Fields.shards)
        try writer.put(uptimeMilliseconds, Fields.uptimeMilliseconds)
        try writer.put(connections, Fields.connections)
        try writer.put(requests, list: Fields.requests)
    }
}
