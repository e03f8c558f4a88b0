import TamgaSynthesis
import TamgaTemplates
import TamgaTestSupport
import Testing

/// The generator beside real prints: it need not be any one set, but must lie among them.
@Suite("Synthetic against real impressions")
struct RealStatisticsTests {
    private static let sets = [
        "fvc2002_db1_b/mindtct", "fvc2002_db1_b/secugen", "fvc2002_db2_b/mindtct", "fvc2002_db2_b/secugen",
        "fvc2000_db1_b/mindtct", "neurotechnology_uareu/mindtct",
    ]

    @Test(
        "have counts, spacing and kinds within the range of real sets",
        .enabled(if: TestData.isPresent, Comment(rawValue: TestData.absence)))
    func liesAmongRealSets() throws {
        var real: [Statistics] = []
        for set in Self.sets {
            let files = TestData.files(inSet: set).prefix(80)
            guard !files.isEmpty else { continue }
            let templates = try files.flatMap { try ISO19794_2_2005.decode($0.bytes()).views }
            real.append(Statistics(templates))
            print(set, "-", Statistics(templates))
        }
        let synthetic = Statistics(Samples.captures.map(\.template))
        print("synthetic -", synthetic)
        try #require(real.count > 1, "too few of the sets are there to compare with")
        try expect(synthetic.meanCount, among: real.map(\.meanCount))
        try expect(synthetic.meanNearest, among: real.map(\.meanNearest))
        try expect(synthetic.endingShare, among: real.map(\.endingShare))
        try expect(synthetic.agreement, among: real.map(\.agreement), slack: 0.04)
    }

    private func expect(_ value: Double, among real: [Double], slack: Double = 0) throws {
        let least = try #require(real.min())
        let most = try #require(real.max())
        #expect((least - slack...most + slack).contains(value))
    }
}
