/// What names the protocol on the outside: its version and its ALPN name.
public enum WireProtocol {
    /// The version in every frame header of this protocol.
    public static let version: UInt8 = 1
    /// The versions this code speaks.
    public static let supportedVersions: ClosedRange<UInt8> = 1...1
    /// The name offered by the client and selected by the server in the TLS handshake (ALPN).
    public static let alpn = "tamga/1"
}

/// The formats of a finger record; numbers not named here are reserved.
public enum RecordFormat {
    /// A finger minutiae record of ISO/IEC 19794-2:2005, from its `FMR` magic to its last view.
    public static let iso19794Part2Year2005: UInt16 = 1
}

/// The optional features a server may name in its welcome.
public enum WireCapability {
    /// Records of format 1 (ISO/IEC 19794-2:2005) are taken by enrol, identify and verify.
    public static let iso19794Part2Year2005 = "record-format-1"
}
