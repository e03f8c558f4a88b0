import TamgaRegistry
import TamgaStore

/// Changes that wait to be made together, and the lines they are of.
struct ChangeBatch {
    private let store: any PersonStore
    private var changes: [StoreChange] = []
    private var places: [LinePlace] = []
    private var bytes = 0

    init(_ store: any PersonStore) { self.store = store }

    /// Makes those waiting when they are many.
    ///
    /// - Parameter place: the line it is of; of several facts that of the first, the others follow it.
    mutating func add(_ change: StoreChange, _ place: LinePlace) throws(ArchiveError) {
        changes.append(change)
        places.append(place)
        bytes += change.contentBytes
        guard changes.count >= ArchiveLimits.batchChanges || bytes >= ArchiveLimits.batchBytes else { return }
        try finish()
    }

    /// Makes all that wait.
    mutating func finish() throws(ArchiveError) {
        let outcomes: [Result<AppliedChange, StoreError>]
        do throws(StoreError) { outcomes = try store.apply(changes) } catch {
            throw ArchiveError(error, doing: "writing persons and facts")
        }
        for ((change, place), outcome) in zip(zip(changes, places), outcomes) {
            guard case .failure(let error) = outcome else { continue }
            throw try refusal(error, of: change, place)
        }
        changes.removeAll(keepingCapacity: true)
        places.removeAll(keepingCapacity: true)
        bytes = 0
    }

    private func refusal(
        _ error: StoreError, of change: StoreChange, _ place: LinePlace
    ) throws(ArchiveError) -> ArchiveError {
        guard case .note(let facts) = change else {
            return error.code == .personExists
                ? place.error(.duplicate, "person", "is in a line before")
                : place.error(.outOfRange, "encounters", error.message)
        }
        guard error.code == .personUnknown else { return place.error(.outOfRange, "text", error.message) }
        for (index, fact) in facts.enumerated() {
            guard let person = fact.person, try !isThere(person) else { continue }
            return place.after(index).error(.missing, "person", "is in no line of \(ArchiveFile.persons)")
        }
        return place.error(.missing, "person", "is in no line of \(ArchiveFile.persons)")
    }

    private func isThere(_ person: PersonID) throws(ArchiveError) -> Bool {
        do throws(StoreError) { return try store.read(person) != nil } catch {
            throw ArchiveError(error, doing: "looking for a person")
        }
    }
}

extension StoreChange {
    /// Bytes of the records and facts it brings.
    fileprivate var contentBytes: Int {
        switch self {
        case .enrol(_, let content), .addEncounter(_, let content):
            content.records.reduce(0) { $0 + $1.bytes.count }
        case .update(_, _, let records): records.reduce(0) { $0 + $1.bytes.count }
        case .delete, .merge: 0
        case .note(let facts): facts.reduce(0) { $0 + $1.bytes.count }
        case .together(let parts): parts.reduce(0) { $0 + $1.contentBytes }
        }
    }
}
