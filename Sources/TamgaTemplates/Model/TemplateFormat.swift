/// The record formats that are read and written; the raw value is the code stations send and the store keeps.
public enum TemplateFormat: UInt16, Hashable, Sendable, CaseIterable {
    /// ISO/IEC 19794-2:2005, the finger minutiae record (`FMR`, version ` 20`).
    case iso2005 = 1
    /// ISO/IEC 19794-2:2011 (`FMR`, version `030`).
    case iso2011 = 2
    /// ANSI INCITS 378-2004 (`FMR`, version ` 20`).
    case ansi2004 = 3
    /// ANSI INCITS 378-2009 (`FMR`, version `030`).
    case ansi2009 = 4
    /// ANSI INCITS 378-2009 with Amendment 1 (`FMR`, version `035`).
    case ansi2009Amendment1 = 5
    /// ISO/IEC 19794-2:2005, the card format of normal size: five bytes a minutia, no header.
    case iso2005CardNormal = 6
    /// ISO/IEC 19794-2:2005, the card format of compact size: three bytes a minutia, no header.
    case iso2005CardCompact = 7
    /// A transaction file of ANSI/NIST-ITL (traditional encoding) with Type-9 records that have the M1 block.
    case ansiNIST = 8
}

extension TemplateFormat {
    /// The name on the command line and in JSON, for example `iso-2005`.
    public var token: String {
        switch self {
        case .iso2005: "iso-2005"
        case .iso2011: "iso-2011"
        case .ansi2004: "ansi-2004"
        case .ansi2009: "ansi-2009"
        case .ansi2009Amendment1: "ansi-2009-am1"
        case .iso2005CardNormal: "iso-2005-card"
        case .iso2005CardCompact: "iso-2005-card-compact"
        case .ansiNIST: "ansi-nist"
        }
    }

    /// The name of the standard, for example `ISO/IEC 19794-2:2005`.
    public var title: String {
        switch self {
        case .iso2005: "ISO/IEC 19794-2:2005"
        case .iso2011: "ISO/IEC 19794-2:2011"
        case .ansi2004: "ANSI INCITS 378-2004"
        case .ansi2009: "ANSI INCITS 378-2009"
        case .ansi2009Amendment1: "ANSI INCITS 378-2009/AM1"
        case .iso2005CardNormal: "ISO/IEC 19794-2:2005 card, normal size"
        case .iso2005CardCompact: "ISO/IEC 19794-2:2005 card, compact size"
        case .ansiNIST: "ANSI/NIST-ITL Type-9 (M1)"
        }
    }

    /// Reads a token (`ansi-2004`); nil for anything else.
    public init?(token: String) {
        guard let format = Self.allCases.first(where: { $0.token == token }) else { return nil }
        self = format
    }

    /// Steps of a full turn in which the format gives angles: 256 (1.40625 degrees), 180 (2), 64 (5.625).
    public var anglesPerTurn: Int {
        switch self {
        case .iso2005, .iso2011, .iso2005CardNormal: 256
        case .ansi2004, .ansi2009, .ansi2009Amendment1, .ansiNIST: 180
        case .iso2005CardCompact: 64
        }
    }

    /// Bytes a record of this format may have.
    public var byteLimit: Int {
        self == .ansiNIST ? TemplateLimits.transactionBytes : TemplateLimits.recordBytes
    }

    /// Whether a record says itself which format it is; cards leave that to the one who asked for them.
    public var isSelfDescribing: Bool { cardUnitsPerCentimetre == nil }

    /// Units of a card's coordinates in a centimetre: hundredths or tenths of a millimetre.
    var cardUnitsPerCentimetre: Int? {
        switch self {
        case .iso2005CardNormal: 1_000
        case .iso2005CardCompact: 100
        default: nil
        }
    }

    /// Whether a quality may be 254 (not reported) or 255 (failed to compute), so that 0 is the lowest and no longer
    /// "not reported".
    var hasQualitySpecials: Bool {
        switch self {
        case .iso2011, .ansi2009, .ansi2009Amendment1: true
        default: false
        }
    }

    /// How extended data of type 2 says which cores and deltas have angles.
    var coresFlagEachPoint: Bool { self == .iso2005 || self == .iso2011 }

    /// Positions in the format's own table.
    var ownPositions: ClosedRange<UInt8> { self == .ansiNIST ? 0...255 : 0...10 }

    /// Impression types in the format's own table.
    func ownsImpression(_ impression: ImpressionType) -> Bool {
        switch self {
        case .iso2005, .ansi2004: [0, 1, 2, 3, 8].contains(impression.rawValue)
        case .ansi2009, .ansi2009Amendment1: impression.rawValue <= 9 || impression.rawValue >= 20
        case .iso2011: impression.rawValue <= 9 || [24, 28, 29].contains(impression.rawValue)
        case .ansiNIST, .iso2005CardNormal, .iso2005CardCompact: true
        }
    }
}

extension TemplateFormat: CustomStringConvertible {
    public var description: String { title }
}
