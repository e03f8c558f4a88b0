/// Why a finger or a palm was not taken (the vocabulary of OSIA and ANSI/NIST-ITL, and `missing` for one never there).
public enum MissingReason: String, Hashable, Sendable, CaseIterable, Codable {
    /// Not there, without an amputation.
    case missing
    case bandaged
    case amputated
    /// Wounded, worn or deformed so that nothing can be taken.
    case damaged

    /// Whether it may be taken later, so that a re-capture falls due.
    public var isTemporary: Bool {
        switch self {
        case .bandaged, .damaged: true
        case .missing, .amputated: false
        }
    }
}
