import TamgaStore
import TamgaStoreSQLite
import Testing

@Suite struct StoreErrorTests {
    /// SQLite's numbers, https://www.sqlite.org/rescode.html; the last three are extended ones.
    private static let sqliteCodes: [(Int32, StoreError.Code)] = [
        (13, .full), (8, .readOnly), (3, .readOnly), (11, .corrupt), (26, .corrupt), (19, .corrupt), (5, .busy),
        (6, .busy), (10, .ioFailed), (14, .ioFailed), (21, .closed), (1, .failed), (7, .failed), (1_034, .ioFailed),
        (264, .readOnly), (261, .busy),
    ]

    @Test(arguments: sqliteCodes)
    func mapsTheDatabasesErrors(number: Int32, expected: StoreError.Code) {
        let error = StoreError(sqliteCode: number, while: "enrolling")
        #expect(error.code == expected)
        #expect(error.message.hasPrefix("enrolling: "))
        #expect(error.cause?.contains("SQLite \(number)") == true)
    }

    @Test func describesItself() {
        #expect(StoreError(.full, "no space").description == "full: no space")
        #expect(StoreError(.full, "no space", cause: "errno 28").description == "full: no space (errno 28)")
    }

    @Test(arguments: StoreKind.all)
    func namesNoPerson(_ kind: StoreKind) throws {
        let store = try kind.bed().open()
        try store.enrolSample(1)
        let calls: [() throws -> Void] = [
            { try store.enrolSample(1) }, { try store.deleteSample(2) },
            { try store.enrolSample(3, records: []) },
        ]
        for call in calls {
            let error = try #require(throws: StoreError.self) { try call() }
            #expect(!error.description.contains("person-1") && !error.description.contains("person-2"))
            #expect(!error.description.contains("person-3"))
        }
    }
}
