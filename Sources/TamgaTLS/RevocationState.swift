/// What the revocation lists of a context come to.
public struct RevocationState: Equatable, Sendable {
    /// Lists, in number.
    public let lists: Int
    /// Certificates they revoke, in number, as often as they are listed.
    public let revoked: Int
    /// The moment after which the first of them no longer counts, in seconds since 1970: from then on the clients of
    /// its authority are refused.
    public let validUntil: Int64

    /// The three facts.
    public init(lists: Int, revoked: Int, validUntil: Int64) {
        self.lists = lists
        self.revoked = revoked
        self.validUntil = validUntil
    }
}
