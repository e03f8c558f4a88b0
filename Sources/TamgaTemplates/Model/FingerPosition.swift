/// Which finger of the body a view shows: the codes of ISO/IEC 19794-2:2005, table 2 (0 unknown, 1 to 10 named).
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
}

extension FingerPosition {
    /// The name used on the command line and in JSON: `right-thumb`, `left-little`, `unknown`.
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

    /// Whether a probe of this position may show the same finger as a reference of the other:
    /// equal positions, or either of them unknown.
    public func mayEqual(_ other: FingerPosition) -> Bool {
        self == other || self == .unknown || other == .unknown
    }
}

extension FingerPosition: CustomStringConvertible {
    public var description: String { name }
}
