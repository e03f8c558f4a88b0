import TamgaGallery
public import TamgaRegistry
import TamgaStore

extension IdentificationService {
    /// Writes something down; answered once it is durable.
    ///
    /// - Throws: `.personUnknown`, `.invalid`, `.identifierHeld`, `.identifierUnknown`, `.factUnknown`, `.notOwner`,
    ///   `.storageFailed`; nothing is changed then.
    public func record(_ request: RegistryRequest) async throws(IdentificationError) -> RegistryNote {
        let start = clock.monotonicMicroseconds()
        try request.check()
        let person = try request.person.map { text throws(IdentificationError) in try PersonID(checking: text) }
        let done = try await change(.record(PendingEvent(author: request.author, person: person, event: request.event)))
        return RegistryNote(
            id: FactID(number: done.sequence, ordinal: 0), microseconds: microseconds(since: start))
    }

    /// Everything that happened to a person, in its order; answers that are kept for stations are left out.
    ///
    /// - Throws: `.personUnknown`, `.badPerson`, `.storageFailed`.
    public func history(of person: String) async throws(IdentificationError) -> [HistoryEntry] {
        let id = try PersonID(checking: person)
        let (gallery, store) = (try gallery(), store)
        return try await reads.run { () throws(IdentificationError) in
            guard gallery.contains(id) else { throw .personUnknown }
            let facts = try IdentificationError.storing { () throws(StoreError) in try store.facts(of: id) }
            var history: [HistoryEntry] = []
            for fact in facts {
                let entry = try FactCodec.read(FactEntry.self, fact.bytes)
                if case .answered = entry.fact { continue }
                let content = String(decoding: try FactCodec.write(AnyContent(entry.fact)), as: UTF8.self)
                let id = FactID(number: fact.number, ordinal: fact.ordinal)
                history.append(HistoryEntry(id: id, entry: entry, content: content))
            }
            return history
        }
    }

    /// What a certificate of registration says of a person, once the registration is complete.
    ///
    /// - Throws: `.personUnknown`, `.incomplete` naming what is missing, `.storageFailed`.
    public func certificateBasis(of person: String) async throws(IdentificationError) -> CertificateBasis {
        let history = try await history(of: person)
        let positions = try gallery().find(PersonID(checking: person))?.person.references.map(\.position) ?? []
        return try CertificateBasis(history, registered: Set(positions), offsetMinutes: parameters.offsetMinutes)
    }

    /// Re-captures that are due, the oldest first.
    ///
    /// - Throws: `.notReady`.
    public func due() throws(IdentificationError) -> [RegistryBook.Due] {
        try registrar().read { $0.due }
    }

    /// Alerts of an agency after a place in the history, in the order of raising.
    ///
    /// - Throws: `.notReady`.
    public func alerts(
        of owner: Agency, after id: FactID? = nil
    ) throws(IdentificationError) -> [RegistryBook.RaisedAlert] {
        try registrar().read { $0.alerts(of: owner, after: id) }
    }

    /// Entry bans of a person that were not lifted, over or not.
    ///
    /// - Throws: `.badPerson`, `.notReady`.
    public func bans(of person: String) throws(IdentificationError) -> [RegistryBook.Ban] {
        let id = try PersonID(checking: person)
        return try registrar().read { $0.bans(of: id) }
    }

    /// The day by the clock, where the service is.
    public func today() -> CalendarDate {
        let now = clock.millisecondsSince1970()
        let offset = parameters.offsetMinutes
        guard let today = try? CalendarDate(millisecondsSince1970: now, offsetMinutes: offset) else {
            preconditionFailure("a clock beyond the years of the calendar")
        }
        return today
    }
}
