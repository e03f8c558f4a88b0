import TamgaTemplates
import TamgaTestSupport
import Testing

@Suite(
    "ISO/IEC 19794-2:2005: real templates",
    .enabled(if: TestData.isPresent, Comment(rawValue: TestData.absence)))
struct ISORealDataTests {
    /// Set, and how many templates it holds.
    static let sets: [(String, Int)] = [
        ("fvc2000_db1_b/mindtct", 80), ("fvc2000_db2_b/mindtct", 80), ("fvc2000_db4_b/mindtct", 80),
        ("fvc2002_db1_b/mindtct", 80), ("fvc2002_db2_b/mindtct", 80), ("fvc2002_db3_b/mindtct", 80),
        ("fvc2002_db4_b/mindtct", 80), ("fvc2002_db1_b/secugen", 80), ("fvc2002_db2_b/secugen", 80),
        ("fvc2002_db3_b/secugen", 80), ("fvc2002_db4_b/secugen", 80), ("neurotechnology_crossmatch/mindtct", 408),
        ("neurotechnology_uareu/mindtct", 520), ("neurotechnology_upek/mindtct", 128),
    ]

    @Test("every template of a set is read without deviation and written back byte for byte", arguments: sets)
    func wholeSet(set: String, count: Int) throws {
        let files = TestData.files(inSet: set)
        #expect(files.count == count)
        for file in files {
            let bytes = try file.bytes()
            let record = try ISO19794_2_2005.decode(bytes)
            #expect(record.views.count == 1, "\(set) \(file.stem)")
            #expect(record.deviations.isEmpty, "\(set) \(file.stem)")
            #expect(record.views[0].minutiae.count == Int(bytes[27]), "\(set) \(file.stem)")
            #expect(try ISO19794_2_2005.encode(record) == bytes, "\(set) \(file.stem)")
        }
    }
}
