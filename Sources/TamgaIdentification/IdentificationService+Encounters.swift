import TamgaRegistry

extension IdentificationService {
    /// Adds an encounter to a person; answered once the change is durable and in the gallery.
    ///
    /// - Throws: `.personUnknown`, `.badPerson`, `.limitExceeded` where the person would have too many templates,
    ///   `.galleryFull`, `.storageFailed`, or what is wrong with a record. Nothing is changed then.
    public func addEncounter(
        _ request: EncounterRequest, _ terms: RequestTerms = .enrolment
    ) async throws(IdentificationError) -> PersonChange {
        let start = clock.monotonicMicroseconds()
        let enrollee = try await enrollee(request.person, request.fingers, request.author, terms)
        try check(terms)
        return personChange(request.person, try await change(.addEncounter(enrollee)), start, enrollee.warnings)
    }

    /// Replaces the records of one encounter, which keeps its number and time; answered once the change is durable and
    /// in the gallery.
    ///
    /// - Throws: `.encounterUnknown`, and as ``addEncounter(_:)``.
    public func update(
        _ request: UpdateRequest, _ terms: RequestTerms = .enrolment
    ) async throws(IdentificationError) -> PersonChange {
        let start = clock.monotonicMicroseconds()
        let enrollee = try await enrollee(request.person, request.fingers, request.author, terms)
        try check(terms)
        let done = try await change(.update(encounter: request.encounter, enrollee))
        return personChange(request.person, done, start, enrollee.warnings)
    }

    /// Moves all encounters of one person to another, the first is gone then; answered once the change is durable and
    /// in the gallery.
    ///
    /// - Throws: `.personUnknown` naming which of the two, `.badPerson`, `.limitExceeded` for a merge of somebody with
    ///   themselves or of two with too many templates, `.storageFailed`. Nothing is changed then.
    public func merge(_ request: MergeRequest) async throws(IdentificationError) -> PersonChange {
        let start = clock.monotonicMicroseconds()
        let staying = try PersonID(checking: request.person)
        let gone = try PersonID(checking: request.other, field: "other")
        guard staying != gone else {
            throw IdentificationError(
                .limitExceeded, field: "other", "the same as person", limit: "another registered person")
        }
        return personChange(request.person, try await change(.merge(gone, into: staying)), start, [])
    }

    private func personChange(
        _ person: String, _ done: CommittedChange, _ start: UInt64, _ warnings: [TemplateWarning]
    ) -> PersonChange {
        PersonChange(
            person: person, sequence: done.sequence, snapshot: done.snapshot, references: done.references,
            microseconds: microseconds(since: start), warnings: warnings)
    }
}
