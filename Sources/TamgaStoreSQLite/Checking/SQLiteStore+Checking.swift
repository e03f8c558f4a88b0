import GRDB
public import TamgaStore

extension SQLiteStore {
    /// Reads every row and page and says what is not as it should be; changes nothing.
    ///
    /// Complexity: reads the whole file; bounded memory. Takes one moment's view, beside a writer or alone.
    ///
    /// - Throws: only where the store cannot be read at all; damage that can be named is a finding.
    public func check() throws(StoreError) -> StoreReport {
        let handle = try open()
        return try storing("checking") {
            try handle.writer.unsafeReentrantRead { db in
                var checker = StoreChecker(handle.vault)
                try db.atOneMoment { try checker.run(db) }
                return checker.report
            }
        }
    }
}
