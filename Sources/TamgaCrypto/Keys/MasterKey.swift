/// A key of a ring, and the name by which what it wrapped says so.
public struct MasterKey: Equatable, Sendable {
    /// 1 to 32 characters of `A-Z a-z 0-9 - _ .`; no secret.
    public let id: String
    /// The key; prints as `(key)`.
    public let key: SecretKey
}
