/// Why no print of a finger was taken.
public enum MissingReason: String, Hashable, Sendable, CaseIterable, Codable {
    case missing
    case bandaged
    case amputated
    case damaged
}
