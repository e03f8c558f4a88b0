extension IdentificationService {
    /// Adds an encounter to a person.
    public func addEncounter(_ request: EncounterRequest) async throws(IdentificationError) -> PersonChange {
        throw .notReady
    }

    /// Replaces the records of one encounter.
    public func update(_ request: UpdateRequest) async throws(IdentificationError) -> PersonChange {
        throw .notReady
    }

    /// Moves all encounters of one person to another.
    public func merge(_ request: MergeRequest) async throws(IdentificationError) -> PersonChange {
        throw .notReady
    }
}
