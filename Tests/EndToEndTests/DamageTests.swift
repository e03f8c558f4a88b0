import Foundation
import GRDB
import TamgaHarness
import Testing

/// What must not pass for success: a store that is not as it was written, an answer nobody could read.
@Suite struct DamageTests {
    /// Every row is as it was written, only the totals are not: the rebuild alone would not see it.
    @Test func whatCheckCallsDamagedDoesNotStart() throws {
        let place = try Workplace(named: "tamga-damage")
        defer { place.remove() }
        #expect(try ServerProcess(in: place).stop() == 0)
        let data = place.directory.appendingPathComponent("data")
        let database = try DatabaseQueue(path: data.appendingPathComponent("tamga.sqlite").path)
        try database.write { try $0.execute(sql: "UPDATE store SET records = records + 4") }
        try database.close()

        let check = try Command.run(
            place.program("tamga-server"), ["check", "--data", data.path, "--key-file", place.keyFile], in: place)
        #expect(check.status == 1 && check.output.contains("count"), "\(check.output) \(check.errors)")
        let refusal = #expect(throws: HarnessError.self) { try ServerProcess(in: place) }
        #expect(refusal?.description.contains("corrupt") == true, "\(String(describing: refusal))")
    }

    @Test func anAnswerThatCannotBeWrittenIsNoSuccess() throws {
        let place = try Workplace(named: "tamga-full")
        defer { place.remove() }
        let server = try ServerProcess(in: place)
        let ping = "\(place.program("tamga").path) ping --server \(server.address)"
            + " --certificate \(place.certificate("station.pem")) --private-key \(place.certificate("station.key"))"
            + " --ca \(place.certificate("ca.pem")) > /dev/full"
        let outcome = try Command.run(URL(fileURLWithPath: "/bin/sh"), ["-c", ping], in: place)
        #expect(outcome.status == 2 && outcome.errors.contains("could not be written"), "\(outcome.errors)")
    }
}
