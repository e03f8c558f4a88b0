/// Which finger or palm of the body a view shows.
///
/// Fingers by the codes of ISO/IEC 19794-2:2005, table 2 (0 unknown, 1 to 10 named), palms by those of ANSI/NIST-ITL's
/// friction ridge positions. A palm is one thing: its regions are impressions of it.
public enum FingerPosition: UInt8, Sendable, CaseIterable, Hashable {
    case unknown = 0
    case rightThumb = 1
    case rightIndex = 2
    case rightMiddle = 3
    case rightRing = 4
    case rightLittle = 5
    case leftThumb = 6
    case leftIndex = 7
    case leftMiddle = 8
    case leftRing = 9
    case leftLittle = 10
    /// A palm of either hand.
    case unknownPalm = 20
    case rightPalm = 21
    case leftPalm = 23
}

extension FingerPosition {
    /// The ten named fingers, by code.
    public static let fingers: [FingerPosition] = allCases.filter { !$0.isPalm && $0.isNamed }
    /// The two named palms, by code.
    public static let palms: [FingerPosition] = [.rightPalm, .leftPalm]

    /// Whether it is a palm, named or not.
    public var isPalm: Bool { rawValue >= FingerPosition.unknownPalm.rawValue }
    /// Whether it says which finger or palm it is.
    public var isNamed: Bool { self != unnamed }
    /// The same without its name: an unknown finger, or an unknown palm.
    public var unnamed: FingerPosition { isPalm ? .unknownPalm : .unknown }
}

extension FingerPosition {
    /// The name used on the command line and in JSON: `right-thumb`, `left-little`, `unknown`, `right-palm`.
    public var name: String {
        switch self {
        case .unknown: "unknown"
        case .rightThumb: "right-thumb"
        case .rightIndex: "right-index"
        case .rightMiddle: "right-middle"
        case .rightRing: "right-ring"
        case .rightLittle: "right-little"
        case .leftThumb: "left-thumb"
        case .leftIndex: "left-index"
        case .leftMiddle: "left-middle"
        case .leftRing: "left-ring"
        case .leftLittle: "left-little"
        case .unknownPalm: "unknown-palm"
        case .rightPalm: "right-palm"
        case .leftPalm: "left-palm"
        }
    }

    /// Reads a name (`right-index`) or a code (`2`); nil for anything else.
    public init?(nameOrCode text: String) {
        if let named = Self.allCases.first(where: { $0.name == text }) {
            self = named
        } else if let code = UInt8(text), let coded = Self(rawValue: code) {
            self = coded
        } else {
            return nil
        }
    }

    /// Whether a probe of this position may show the same finger or palm as a reference of the other: equal positions,
    /// or either of them unknown. A finger is never a palm, and an unknown one neither.
    public func mayEqual(_ other: FingerPosition) -> Bool {
        isPalm == other.isPalm && (self == other || !isNamed || !other.isNamed)
    }
}

extension FingerPosition: CustomStringConvertible {
    public var description: String { name }
}
