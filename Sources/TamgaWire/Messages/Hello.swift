/// The first message of a connection: which versions the client speaks, and what it is.
public struct Hello: Sendable, Hashable {
    public var minimumVersion: UInt8
    public var maximumVersion: UInt8
    /// The client program and its version, for the server's log.
    public var client: String

    /// The message of these values; limits are checked when it is encoded.
    public init(
        minimumVersion: UInt8 = WireProtocol.supportedVersions.lowerBound,
        maximumVersion: UInt8 = WireProtocol.supportedVersions.upperBound, client: String
    ) {
        self.minimumVersion = minimumVersion
        self.maximumVersion = maximumVersion
        self.client = client
    }

    /// The highest version both ends speak.
    ///
    /// - Throws: ``WireError`` of code `unsupportedVersion` when there is none.
    public func chosenVersion(
        of supported: ClosedRange<UInt8> = WireProtocol.supportedVersions
    ) throws(WireError) -> UInt8 {
        let version = min(maximumVersion, supported.upperBound)
        guard version >= max(minimumVersion, supported.lowerBound) else {
            throw WireError(
                .unsupportedVersion, field: "maximum-version",
                limit: "\(supported.lowerBound)...\(supported.upperBound)", message: "no version in common")
        }
        return version
    }
}

extension Hello: WireMessage {
    enum Fields {
        static let minimumVersion = Field<UInt8>.once(0x8001, "minimum-version", WireLimits.versions)
        static let maximumVersion = Field<UInt8>.once(0x8002, "maximum-version", WireLimits.versions)
        static let client = Field<String>.once(0x8003, "client", WireLimits.programBytes)
    }

    package static let kind = MessageKind.hello
    package static let fields = [Fields.minimumVersion.rule, Fields.maximumVersion.rule, Fields.client.rule]

    package init(reading fields: FieldReader) throws(WireError) {
        minimumVersion = try fields.value(Fields.minimumVersion)
        maximumVersion = try fields.value(Fields.maximumVersion)
        client = try fields.value(Fields.client)
        try checkOrder()
    }

    package func write(to writer: inout FieldWriter) throws(WireError) {
        try checkOrder()
        try writer.put(minimumVersion, Fields.minimumVersion)
        try writer.put(maximumVersion, Fields.maximumVersion)
        try writer.put(client, Fields.client)
    }

    private func checkOrder() throws(WireError) {
        guard minimumVersion <= maximumVersion else {
            throw Fields.maximumVersion.rule.malformed(
                "it is below minimum-version", limit: "\(minimumVersion)...\(WireLimits.versions.upperBound)")
        }
    }
}
