extension RegistryBook {
    /// Who is known by an IIN or a document; nil for names, which many may have.
    public func holder(of identifier: Identifier) -> PersonID? {
        identifier.isUnique ? holders[identifier] : nil
    }

    /// By what a person is known, in the order of their texts.
    public func identifiers(of person: PersonID) -> [Identifier] {
        (known[person] ?? []).sorted { $0.text < $1.text }
    }

    /// Bans of a person that were not lifted, over or not, in the order of recording.
    public func bans(of person: PersonID) -> [Ban] { banned[person] ?? [] }

    /// Everybody with a ban that was not lifted.
    public var bannedPersons: [PersonID] { banned.keys.sorted() }

    /// What is due, the oldest first.
    public var due: [Due] { open.values.sorted { $0.id < $1.id } }

    /// Alerts in the order of raising.
    public func alerts(of owner: Agency, after id: FactID?) -> [RaisedAlert] {
        raised.values.filter { raised in raised.alert.owner == owner && id.map { raised.id > $0 } ?? true }
            .sorted { $0.id < $1.id }
    }

    /// An alert by its place; nil where there is none.
    public func alert(_ id: FactID) -> RaisedAlert? { raised[id] }

    /// Fingers refused under any of these, each refusal once, the newest first.
    public func refusals(under claims: [Identifier]) -> [NotedRefusal] {
        var seen: Set<FactID> = []
        return claims.flatMap { refusals[$0] ?? [] }.filter { seen.insert($0.id).inserted }
            .sorted { $0.id > $1.id }
    }

    /// What a request was answered, as long as the key is taken.
    public func answer(_ key: IdempotencyKey, at now: Int64) -> GivenAnswer? {
        answers[key].flatMap { $0.answer.until > now ? $0 : nil }
    }
}
