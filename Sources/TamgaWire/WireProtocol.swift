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
    /// A finger minutiae record of ISO/IEC 19794-2:2011.
    public static let iso19794Part2Year2011: UInt16 = 2
    /// A finger minutiae record of ANSI INCITS 378-2004.
    public static let incits378Year2004: UInt16 = 3
    /// A finger minutiae record of ANSI INCITS 378-2009.
    public static let incits378Year2009: UInt16 = 4
    /// A finger minutiae record of ANSI INCITS 378-2009 with Amendment 1.
    public static let incits378Year2009Amendment1: UInt16 = 5
    /// Minutiae in the card format of normal size of ISO/IEC 19794-2:2005.
    public static let iso19794Part2Year2005CardNormal: UInt16 = 6
    /// Minutiae in the card format of compact size of ISO/IEC 19794-2:2005.
    public static let iso19794Part2Year2005CardCompact: UInt16 = 7
    /// A transaction of ANSI/NIST-ITL (traditional encoding) with Type-9 records that have the M1 block.
    public static let ansiNISTType9: UInt16 = 8

    /// All of them, in the order of their numbers.
    public static let all = iso19794Part2Year2005...ansiNISTType9
}

/// The optional features a server may name in its welcome.
public enum WireCapability {
    /// That records of a format are taken by every request that has fingers: `record-format-3`.
    public static func recordFormat(_ format: UInt16) -> String { "record-format-\(format)" }
    /// That requests may have ``RequestOptions``.
    public static let requestOptions = "request-options"
    /// That a request may be taken back with ``Cancel``.
    public static let cancel = "cancel"

    /// All that this code can do.
    public static let all = [requestOptions, cancel] + RecordFormat.all.map(recordFormat)
}
