public import TamgaWire

// MARK: Registering and looking up; errors are those of every operation
extension TamgaClient {
    /// Asks to register a person; one request searches, decides and registers. When it returns with the outcome
    /// `registered`, the person is durable and visible.
    ///
    /// An error with ``ClientError/isOutcomeUnknown`` says that the person was registered or was not. Then connect
    /// again and send the same request under the same key, as often as it takes: it is done once, and who asks again
    /// gets the answer that was lost, with ``Assessment/isReplay`` true. The server keeps an answer for 24 hours. The
    /// station should write the key and the request down before the first try, so that they outlive its own restart.
    /// With a further finger it is another request, and takes another key.
    ///
    /// - Parameter key: nil where the station cannot keep one: then a lost answer is found by ``lookUp(_:)``, and the
    ///   request sent again is done again, which the search answers with the person registered before.
    public func register(_ subject: CaptureSubject, key: WireKey?) async throws(ClientError) -> Assessment {
        let request = Register(key: key, subject: subject)
        guard case .registered(let answer) = try await call(.register(request)) else {
            throw .mismatch("no registration")
        }
        return answer.assessment
    }

    /// Asks what a registration would find; nobody is registered. It may be sent again.
    public func lookUp(_ subject: CaptureSubject) async throws(ClientError) -> Assessment {
        guard case .lookedUp(let answer) = try await call(.lookUp(LookUp(subject: subject))) else {
            throw .mismatch("no look-up")
        }
        return answer.assessment
    }

    /// Asks for a certificate that the person is registered; when it returns, the issue is noted, durably.
    ///
    /// An error with ``ClientError/isOutcomeUnknown`` says that one was issued or was not; sent again, another is.
    public func issueCertificate(
        person: String, officer: String? = nil
    ) async throws(ClientError) -> Certified {
        let request = IssueCertificate(person: person, officer: officer)
        guard case .certified(let certified) = try await call(.certificate(request)) else {
            throw .mismatch("no certificate")
        }
        return certified
    }
}

// MARK: Writing one fact down
//
// When one of these returns, the fact is durable. An error with ``ClientError/isOutcomeUnknown`` says that it was
// written down or was not: ``history(person:after:limit:)`` tells which.
extension TamgaClient {
    /// Links an identifier to a person.
    public func link(_ request: Link) async throws(ClientError) -> Linked {
        guard case .linked(let linked) = try await call(.link(request)) else { throw .mismatch("no link") }
        return linked
    }

    /// Takes an identifier from a person.
    public func unlink(_ request: Unlink) async throws(ClientError) -> Unlinked {
        guard case .unlinked(let unlinked) = try await call(.unlink(request)) else { throw .mismatch("no unlinking") }
        return unlinked
    }

    /// Notes that somebody would not give fingers.
    public func refuse(_ request: Refuse) async throws(ClientError) -> Refused {
        guard case .refused(let refused) = try await call(.refuse(request)) else { throw .mismatch("no refusal") }
        return refused
    }

    /// Notes that a person was expelled or readmitted; the ban, where there is one, holds when it returns.
    public func remove(_ request: Remove) async throws(ClientError) -> Removed {
        guard case .removed(let removed) = try await call(.remove(request)) else { throw .mismatch("no removal") }
        return removed
    }

    /// Ends an entry ban before its term.
    public func liftBan(_ request: LiftBan) async throws(ClientError) -> BanLifted {
        guard case .banLifted(let lifted) = try await call(.liftBan(request)) else { throw .mismatch("no lifted ban") }
        return lifted
    }

    /// Closes an alert that was seen, or a re-capture that is not due any more. ``close()`` is for the connection.
    public func closeFact(_ request: Close) async throws(ClientError) -> Closed {
        guard case .closed(let closed) = try await call(.close(request)) else { throw .mismatch("nothing closed") }
        return closed
    }
}

// MARK: Lists, in pieces: while there is more, ask again after the last one
extension TamgaClient {
    /// Asks for the alerts of the station's agency, the oldest first.
    ///
    /// - Parameters:
    ///   - after: the last one had before; nil begins at the beginning.
    ///   - limit: 1 to 1,000; fewer may come although there are more, which ``AlertList/hasMore`` says.
    public func alerts(after: FactReference? = nil, limit: UInt16) async throws(ClientError) -> AlertList {
        guard case .alertList(let list) = try await call(.alerts(Alerts(after: after, limit: limit))),
            Self.isPiece(list.items.count, list.hasMore, limit)
        else { throw .mismatch("no list of so many alerts") }
        return list
    }

    /// Asks for the re-captures that are due, the oldest first.
    ///
    /// - Parameters:
    ///   - after: the last one had before; nil begins at the beginning.
    ///   - limit: 1 to 1,000; fewer may come although there are more, which ``DueList/hasMore`` says.
    public func due(after: FactReference? = nil, limit: UInt16) async throws(ClientError) -> DueList {
        guard case .dueList(let list) = try await call(.due(Due(after: after, limit: limit))),
            Self.isPiece(list.items.count, list.hasMore, limit)
        else { throw .mismatch("no list of so many re-captures") }
        return list
    }

    /// Asks what happened to a person, the oldest first.
    ///
    /// - Parameters:
    ///   - after: the last one had before; nil begins at the beginning.
    ///   - limit: 1 to 1,000; fewer may come although there are more, which ``HistoryList/hasMore`` says.
    public func history(
        person: String, after: FactReference? = nil, limit: UInt16
    ) async throws(ClientError) -> HistoryList {
        let request = History(person: person, after: after, limit: limit)
        guard case .historyList(let list) = try await call(.history(request)),
            Self.isPiece(list.items.count, list.hasMore, limit)
        else { throw .mismatch("no history of so many entries") }
        return list
    }

    /// An empty piece with more behind it would never end.
    private static func isPiece(_ count: Int, _ hasMore: Bool, _ limit: UInt16) -> Bool {
        count <= limit && !(count == 0 && hasMore)
    }
}
