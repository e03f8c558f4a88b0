public import TamgaWire

// Every operation throws ``ClientError``: `refused` with the server's error, `invalidRequest` where the request was
// not sent, `timeout`, `connectionLost`, `protocolViolation`, `closed` or `cancelled`.
extension TamgaClient {
    /// Asks whether the server is there; returns the time from sending to the answer.
    public func ping() async throws(ClientError) -> Duration {
        let clock = ContinuousClock()
        let start = clock.now
        let ping = Ping(payload: Array("tamga".utf8))
        guard case .pong(let pong) = try await call(.ping(ping)), pong.payload == ping.payload else {
            throw .mismatch("a pong that is not of this ping")
        }
        return clock.now - start
    }

    /// Registers a person with all the fingers given; when it returns, the person is durable and visible.
    ///
    /// An error with ``ClientError/isOutcomeUnknown`` says that the person was registered or was not.
    public func enrol(person: String, fingers: [FingerRecord]) async throws(ClientError) -> Enrolled {
        let answer = try await call(.enrol(Enrol(person: person, fingers: fingers)))
        guard case .enrolled(let enrolled) = answer, enrolled.person == person else {
            throw .mismatch("an enrolment of another person")
        }
        return enrolled
    }

    /// Asks whose fingers these are; all of them must be of one person.
    ///
    /// - Parameter maximumCandidates: nil leaves it to the server, as does a nil `maximumRotation` (1/256 turn).
    public func identify(
        fingers: [FingerRecord], maximumCandidates: UInt16? = nil, maximumRotation: UInt8? = nil
    ) async throws(ClientError) -> Identified {
        try await identify(
            Identify(fingers: fingers, maximumCandidates: maximumCandidates, maximumRotation: maximumRotation))
    }

    /// Asks whose fingers these are, with everything a request can say; what is nil is left to the server.
    public func identify(_ request: Identify) async throws(ClientError) -> Identified {
        guard case .identified(let identified) = try await call(.identify(request)) else {
            throw .mismatch("no candidate list")
        }
        return identified
    }

    /// Asks how alike these fingers and those of one person are; a score, no decision.
    public func verify(
        person: String, fingers: [FingerRecord], maximumRotation: UInt8? = nil
    ) async throws(ClientError) -> Verified {
        try await verify(Verify(person: person, fingers: fingers, maximumRotation: maximumRotation))
    }

    /// Asks how alike fingers and those of one person are, with everything a request can say.
    public func verify(_ request: Verify) async throws(ClientError) -> Verified {
        guard case .verified(let verified) = try await call(.verify(request)), verified.person == request.person else {
            throw .mismatch("a verification of another person")
        }
        return verified
    }

    /// Asks what is held of a person, with the records where they are wanted.
    public func read(person: String, includesRecords: Bool = false) async throws(ClientError) -> Person {
        let request = Read(person: person, includesRecords: includesRecords)
        guard case .person(let answer) = try await call(.read(request)), answer.person == person else {
            throw .mismatch("another person")
        }
        return answer
    }

    /// Removes a person; when it returns, the removal is durable and visible.
    ///
    /// An error with ``ClientError/isOutcomeUnknown`` says that the person was removed or was not.
    public func delete(person: String) async throws(ClientError) -> Deleted {
        guard case .deleted(let deleted) = try await call(.delete(Delete(person: person))), deleted.person == person
        else { throw .mismatch("a deletion of another person") }
        return deleted
    }

    /// Adds an encounter to a person; when it returns, the encounter is durable and visible, and its number is the
    /// answer's `sequence`.
    ///
    /// An error with ``ClientError/isOutcomeUnknown`` says that it was added or was not; sent again, it would be added
    /// once more.
    public func addEncounter(person: String, fingers: [FingerRecord]) async throws(ClientError) -> EncounterAdded {
        let answer = try await call(.addEncounter(AddEncounter(person: person, fingers: fingers)))
        guard case .encounterAdded(let added) = answer, added.person == person else {
            throw .mismatch("an encounter of another person")
        }
        return added
    }

    /// Replaces all records of one encounter; when it returns, that is durable and visible.
    ///
    /// An error with ``ClientError/isOutcomeUnknown`` says that they were replaced or were not; it may be sent again.
    public func update(
        person: String, encounter: UInt64, fingers: [FingerRecord]
    ) async throws(ClientError) -> Updated {
        let answer = try await call(.update(Update(person: person, encounter: encounter, fingers: fingers)))
        guard case .updated(let updated) = answer, updated.person == person else {
            throw .mismatch("an update of another person")
        }
        return updated
    }

    /// Moves all encounters of `other` to `person`; when it returns, that is durable and visible, and `other` unknown.
    ///
    /// An error with ``ClientError/isOutcomeUnknown`` says that all were moved or none.
    public func merge(person: String, other: String) async throws(ClientError) -> Merged {
        guard case .merged(let merged) = try await call(.merge(Merge(person: person, other: other))),
            merged.person == person
        else { throw .mismatch("a merge of another person") }
        return merged
    }

    /// Asks for the server's figures.
    public func stats() async throws(ClientError) -> Statistics {
        guard case .statistics(let statistics) = try await call(.stats(Stats())) else {
            throw .mismatch("no figures")
        }
        return statistics
    }
}

extension ClientError {
    static func mismatch(_ what: String) -> ClientError {
        ClientError(.protocolViolation, "the server answered with \(what)")
    }
}
