extension StationIdentity {
    /// The form that ``uri`` writes and ``init(uris:)`` reads.
    public static let uriForm = "urn:tamga:station:AGENCY:ROLE[+ROLE...]:STATION"

    /// Reads the identity out of the URIs of a certificate; nil where none of them is in our namespace, `urn:tamga:`.
    ///
    /// Several of them unite their roles, and must name the same agency and station. URIs of other namespaces are
    /// ignored.
    ///
    /// - Throws: ``StationIdentityError`` for the first of ours that cannot be read or contradicts the others: such a
    ///   certificate was made wrongly, and what it was meant to say is not guessed.
    public init?(uris: [String]) throws(StationIdentityError) {
        var united: StationIdentity?
        for uri in uris where Self.isOurs(uri) {
            let next = try StationIdentity(uri: uri)
            united = try united?.united(with: next) ?? next
        }
        guard let united else { return nil }
        self = united
    }

    /// Reads one URI of the form above.
    ///
    /// - Throws: ``StationIdentityError`` naming the part that is wrong.
    public init(uri: String) throws(StationIdentityError) {
        // Bytes first: characters beyond ASCII may be equal to ASCII ones in Swift, or swallow a colon.
        guard uri.utf8.allSatisfy({ $0 < 0x80 }) else { throw .form }
        let parts = uri.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 6, parts[0] == "urn", parts[1] == "tamga", parts[2] == "station" else { throw .form }
        guard let agency = Agency(rawValue: String(parts[3])) else { throw .agency }
        try self.init(agency: agency, roles: try Self.roles(parts[4]), station: String(parts[5]))
    }

    /// The identity as one URI.
    public var uri: String { "urn:tamga:station:\(agency.rawValue):\(roleText):\(station)" }

    private static func roles(_ text: Substring) throws(StationIdentityError) -> Set<Role> {
        var roles: Set<Role> = []
        for (index, name) in text.split(separator: "+", omittingEmptySubsequences: false).enumerated() {
            guard let role = Role(rawValue: String(name)) else { throw .role(number: index + 1) }
            guard roles.insert(role).inserted else { throw .repeatedRole(number: index + 1) }
        }
        return roles
    }

    private func united(with other: StationIdentity) throws(StationIdentityError) -> StationIdentity {
        guard agency == other.agency else { throw .otherAgency }
        guard station == other.station else { throw .otherStation }
        return try StationIdentity(agency: agency, roles: roles.union(other.roles), station: station)
    }

    /// `urn` and the name of the namespace are the same in any case (RFC 8141, 3.1): a URI that means us and is
    /// written otherwise is refused, not overlooked.
    private static func isOurs(_ uri: String) -> Bool {
        let prefix = "urn:tamga:".utf8
        return uri.utf8.prefix(prefix.count).elementsEqual(prefix) { byte, ours in
            byte == ours || ((0x41...0x5A).contains(byte) && byte | 0x20 == ours)
        }
    }
}
