/// Who is known by what was claimed.
public struct ClaimedIdentity: Hashable, Sendable {
    /// How the claims go with a registered person.
    public enum Agreement: Hashable, Sendable {
        /// Nothing was claimed, or the person is known by nothing yet.
        case open
        /// The person is known by it.
        case same
        /// The person is known by other identifiers.
        case other
    }

    public let claims: [Identifier]
    /// Those who hold a claimed IIN or document, each once, in the order of the claims.
    public let holders: [PersonID]

    /// - Parameter holder: who holds an identifier that only one can have.
    public init(_ claims: [Identifier], holder: (Identifier) -> PersonID?) {
        self.claims = claims
        var holders: [PersonID] = []
        for claim in claims where claim.isUnique {
            guard let person = holder(claim), !holders.contains(person) else { continue }
            holders.append(person)
        }
        self.holders = holders
    }

    /// Whether the claims are those of a person who is known by these identifiers.
    ///
    /// A claimed IIN or document of somebody else, or another IIN than the person's, is another identity whatever else
    /// agrees. Else any identifier in common is enough: documents are renewed, and names are spelt anew.
    public func agreement(with person: PersonID, knownBy identifiers: [Identifier]) -> Agreement {
        guard !claims.isEmpty else { return .open }
        guard holders.allSatisfy({ $0 == person }) else { return .other }
        let known = identifiers.compactMap(\.iin)
        let claimed = claims.compactMap(\.iin)
        if !known.isEmpty, claimed.contains(where: { !known.contains($0) }) { return .other }
        if claims.contains(where: identifiers.contains) { return .same }
        return identifiers.isEmpty ? .open : .other
    }
}

extension Identifier {
    /// The IIN, where it is one.
    public var iin: IIN? {
        if case .iin(let iin) = self { iin } else { nil }
    }
}
