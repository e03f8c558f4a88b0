import TamgaDrill
import TamgaHarness
import Testing

/// `make backup-drill`, smaller.
@Suite struct BackupDrillTests {
    @Test func aBackupUnderLoadGivesTheSameAnswersElsewhere() async throws {
        let place = try Workplace(named: "tamga-drill")
        defer { place.remove() }
        let plan = DrillPlan(seed: 11, persons: 60, probes: 50)
        #expect(try await BackupDrill(in: place, plan) { _ in }.run())
    }
}
