import GRDB
import TamgaStore

/// Puts persons together from rows of `person` joined with `encounter`, its key and `record`, in the order of
/// ``query(where:)``.
struct PersonAssembler {
    private let vault: KeyVault
    private var person: PersonRow?
    private var encounters: [EncounterRecord] = []
    private var encounter: EncounterInProgress?

    init(_ vault: KeyVault) { self.vault = vault }

    /// The rows wanted: all, or those of some persons.
    static func query(where condition: String = "TRUE") -> String {
        """
        SELECT \(PersonRow.columns), \(EncounterRow.columns), \(WrappedKey.columns), \(RecordRow.columns)
        FROM person
        LEFT JOIN encounter ON encounter.person = person.number
        LEFT JOIN encounter_key ON encounter_key.encounter = encounter.number
        LEFT JOIN record ON record.encounter = encounter.number
        WHERE \(condition) ORDER BY person.changed, encounter.place, record.ordinal
        """
    }

    private static let encounterColumn = PersonRow.columnCount
    private static let keyColumn = encounterColumn + EncounterRow.columnCount
    private static let recordColumn = keyColumn + WrappedKey.columnCount

    /// Whether a row is of another person than the one begun, who is then to be finished before it is added.
    func isOfAnother(_ row: Row) -> Bool {
        person.map { row.natural(0) != $0.number } ?? false
    }

    mutating func add(_ row: Row) throws(StoreError) {
        if person == nil { person = try PersonRow(row) }
        guard !row.isNull(Self.encounterColumn) else { return }
        if let current = encounter, row.natural(Self.encounterColumn) != current.row.number {
            encounters.append(try current.finish())
            encounter = nil
        }
        if encounter == nil {
            let begun = try EncounterRow(row, first: Self.encounterColumn)
            let key = try WrappedKey(row, first: Self.keyColumn, of: begun.number)
            encounter = EncounterInProgress(row: begun, seal: try vault.seal(of: begun.number, key))
        }
        guard !row.isNull(Self.recordColumn) else { return }
        try encounter?.add(row, first: Self.recordColumn)
    }

    /// The person begun, or nil where none is.
    mutating func finish() throws(StoreError) -> PersonRecord? {
        guard let done = person.take() else { return nil }
        if let last = encounter.take() { encounters.append(try last.finish()) }
        guard done.encounterCount == encounters.count, !encounters.isEmpty else {
            throw StoreError(
                .corrupt,
                "person row \(done.number) has \(encounters.count) encounters, written: \(done.encounterCount)",
                sequence: done.number)
        }
        defer { encounters = [] }
        return PersonRecord(person: done.person, encounters: encounters, sequence: done.changed)
    }
}

/// An encounter of which not all records are read yet.
private struct EncounterInProgress {
    let row: EncounterRow
    let seal: EncounterSeal
    private var records: [StoredRecord] = []

    init(row: EncounterRow, seal: EncounterSeal) { (self.row, self.seal) = (row, seal) }

    mutating func add(_ columns: Row, first: Int) throws(StoreError) {
        records.append(try RecordRow(columns, first: first, seal).record)
    }

    func finish() throws(StoreError) -> EncounterRecord {
        guard records.count == row.recordCount else {
            throw StoreError(
                .corrupt, "encounter row \(row.number) has \(records.count) records, written: \(row.recordCount)",
                sequence: row.number)
        }
        return EncounterRecord(
            number: row.number, changed: row.changed,
            content: EncounterContent(takenAt: row.takenAt, records: records))
    }
}
