import TamgaCrypto
import TamgaGallery
import TamgaRegistry
import TamgaStore

/// Something to be written down, to be held against the book on the queue of changes.
struct PendingEvent: Sendable {
    let author: Author
    let person: PersonID?
    let event: RegistryRequest.Event
}

extension IdentificationService {
    /// Holds an event against what is registered.
    func prepare(
        _ pending: PendingEvent, _ gallery: Gallery, _ registrar: Registrar
    ) throws(IdentificationError) -> PreparedChange {
        if let person = pending.person, !gallery.contains(person) { throw .personUnknown }
        let book = registrar.read { $0 }
        let (person, fact) = try pending.checked(book)
        return PreparedChange(facts: [PreparedFact(person: person, entry: try entry(fact, by: pending.author))])
    }

    func entry(_ fact: Fact, by author: Author) throws(IdentificationError) -> FactEntry {
        FactEntry(tag: FactTag(try randomBits("a fact")), at: clock.millisecondsSince1970(), by: author, fact)
    }

    /// Sixty-four bits nobody can guess.
    func randomBits(_ what: String) throws(IdentificationError) -> UInt64 {
        do { return try randomBytes(8).reduce(0) { $0 << 8 | UInt64($1) } } catch {
            throw IdentificationError(.storageFailed, "no random number for \(what): \(error)")
        }
    }
}

extension PendingEvent {
    /// Whose fact it is, and the fact.
    fileprivate func checked(_ book: RegistryBook) throws(IdentificationError) -> (PersonID?, Fact) {
        switch event {
        case .link(let identifier, let reason): try link(identifier, reason, book)
        case .unlink(let identifier, let reason): try unlink(identifier, reason, book)
        case .refusal(let refusal): (person, .refused(refusal))
        case .removal(let removal): (try named(), .removed(removal))
        case .liftBan(let removal, let reason): try lift(removal, reason, book)
        case .alertSeen(let id): try see(id, book)
        case .recaptured(let id): try close(id, book)
        case .certificate(let certificate): (try named(), .certificate(certificate))
        }
    }

    private func named() throws(IdentificationError) -> PersonID {
        guard let person else {
            throw IdentificationError(.invalid, field: "person", "it is missing", limit: "a registration number")
        }
        return person
    }

    private func link(
        _ identifier: Identifier, _ reason: String?, _ book: RegistryBook
    ) throws(IdentificationError) -> (PersonID?, Fact) {
        let person = try named()
        let known = book.identifiers(of: person)
        guard !known.contains(identifier) else {
            throw IdentificationError(.identifierHeld, field: "identifier", "it is the person's already")
        }
        if let holder = book.holder(of: identifier), holder != person {
            throw IdentificationError(.identifierHeld, field: "identifier", "it is linked to another person")
        }
        if identifier.kind == .iin, known.contains(where: { $0.kind == .iin }) {
            throw IdentificationError(
                .identifierHeld, field: "identifier", "the person has another IIN", limit: "one IIN")
        }
        guard known.count < RegistryLimits.identifiersPerPerson else {
            throw IdentificationError(
                .limitExceeded, field: "identifier", "the person has \(known.count)",
                limit: "\(RegistryLimits.identifiersPerPerson)")
        }
        return (person, .linked(IdentifierChange(identifier: identifier, reason: reason)))
    }

    private func unlink(
        _ identifier: Identifier, _ reason: String, _ book: RegistryBook
    ) throws(IdentificationError) -> (PersonID?, Fact) {
        let person = try named()
        guard book.identifiers(of: person).contains(identifier) else {
            throw IdentificationError(.identifierUnknown, field: "identifier", "it is not linked to the person")
        }
        return (person, .unlinked(IdentifierChange(identifier: identifier, reason: reason)))
    }

    private func lift(
        _ removal: FactID, _ reason: String, _ book: RegistryBook
    ) throws(IdentificationError) -> (PersonID?, Fact) {
        let person = try named()
        guard let ban = book.bans(of: person).first(where: { $0.id == removal }) else {
            throw IdentificationError(.factUnknown, field: "removal", "the person has no such ban")
        }
        try require(ban.owner)
        return (person, .banLifted(BanLifting(removal: ban.tag, reason: reason)))
    }

    private func see(_ id: FactID, _ book: RegistryBook) throws(IdentificationError) -> (PersonID?, Fact) {
        guard let alert = book.alert(id) else {
            throw IdentificationError(.factUnknown, field: "alert", "there is no such alert")
        }
        try require(alert.alert.owner)
        guard !alert.isSeen else { throw IdentificationError(.factUnknown, field: "alert", "it was seen before") }
        return (alert.person, .alertSeen(Closing(of: alert.tag)))
    }

    private func close(_ id: FactID, _ book: RegistryBook) throws(IdentificationError) -> (PersonID?, Fact) {
        guard let due = book.due.first(where: { $0.id == id }) else {
            throw IdentificationError(.factUnknown, field: "due", "nothing of that number is due")
        }
        return (due.person, .recaptured(Closing(of: due.tag)))
    }

    private func require(_ owner: Agency) throws(IdentificationError) {
        guard author.agency == owner else {
            throw IdentificationError(
                .notOwner, field: "agency", "it is another agency's", limit: owner.rawValue)
        }
    }
}
