import Foundation
import TamgaHarness
import Testing

/// The dissector for Wireshark shows what the page says, and what this server sends.
@Suite struct WiresharkTests {
    @Test func theDissectorReadsThePageAndTheServer() throws {
        guard isInstalled("tshark"), isInstalled("python3") else {
            print("no tshark or no python3 (tools/setup): the dissector for Wireshark was not tested")
            return
        }
        let place = try Workplace(named: "tamga-wireshark")
        defer { place.remove() }
        let outcome = try Command.run(
            Workplace.repository.appendingPathComponent("tools/wireshark/check"), [], in: place,
            environment: ["TAMGA_SERVER": place.program("tamga-server").path])
        #expect(outcome.status == 0, "\(outcome.output) \(outcome.errors.suffix(4000))")
        // A test that was left out is no success: what they need is there.
        #expect(!outcome.errors.contains("skipped") && outcome.errors.contains("OK"), "\(outcome.errors)")
    }

    private func isInstalled(_ program: String) -> Bool {
        let folders = ProcessInfo.processInfo.environment["PATH"]?.split(separator: ":") ?? []
        return folders.contains { FileManager.default.isExecutableFile(atPath: "\($0)/\(program)") }
    }
}
