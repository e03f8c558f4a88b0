/// Why a finger or palm was not taken.
public enum MissingReason: String, Codable, CaseIterable, Hashable, Sendable {
    /// Not there, since birth or for a reason not known.
    case missing
    /// Under a bandage or a cast.
    case bandaged
    case amputated
    /// The skin is damaged, so that its ridges cannot be taken now.
    case damaged
}

extension MissingReason {
    /// Whether the reason passes: then the finger or palm is to be taken later, and that falls due.
    public var isTemporary: Bool {
        switch self {
        case .bandaged, .damaged: true
        case .missing, .amputated: false
        }
    }
}
