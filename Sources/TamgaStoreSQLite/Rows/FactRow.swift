import GRDB
import TamgaStore

/// A row of `fact` with its key, read and opened.
struct FactRow {
    /// The change that brought it, and its place among the facts of that change.
    let number: UInt64
    let ordinal: Int
    /// The number of the person's row; nil: of nobody.
    let owner: UInt64?
    let bytes: [UInt8]
    let seal: FactSeal

    static let columns = "fact.number, fact.ordinal, fact.person, fact.sealed, \(WrappedKey.columns)"
    static let columnCount = 4 + WrappedKey.columnCount
    /// Puts the key beside a row of `fact`.
    static let join = "LEFT JOIN encounter_key ON encounter_key.encounter = \(FactKey.sql(of: "fact"))"

    /// Reads ``columns`` from `first` on.
    ///
    /// - Throws: `.corrupt` with the number of the change, also where a single bit of any column is another than was
    ///   written.
    init(_ row: Row, first: Int = 0, _ vault: KeyVault) throws(StoreError) {
        guard let number = row.natural(first), let ordinal = row.integer(first + 1).flatMap(Int.init(exactly:)) else {
            throw StoreError(.corrupt, "a row of facts has no number", sequence: row.natural(first))
        }
        let key = try WrappedKey(row, first: first + 4, of: Self.key(number, ordinal))
        seal = try vault.seal(ofFact: number, ordinal, key)
        owner = row.natural(first + 2)
        guard owner != nil || row.isNull(first + 2), let sealed = row.bytes(first + 3),
            let bytes = try seal.open(sealed, of: owner)
        else { throw Self.damaged(number, ordinal) }
        (self.number, self.ordinal, self.bytes) = (number, ordinal, bytes)
    }

    /// Of a row that was read: where no fact can be, it is a damaged one.
    private static func key(_ number: UInt64, _ ordinal: Int) throws(StoreError) -> UInt64 {
        do { return try FactKey.number(number, ordinal) } catch { throw damaged(number, ordinal) }
    }

    private static func damaged(_ number: UInt64, _ ordinal: Int) -> StoreError {
        StoreError(.corrupt, "fact \(ordinal) of change \(number) is not what was written", sequence: number)
    }
}
