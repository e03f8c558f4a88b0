import Foundation
import TamgaHarness
import TamgaTestSupport
import Testing

/// The second implementation of the protocol, written from docs/PROTOCOL.md alone, against the server built here.
@Suite struct PythonClientTests {
    /// Whether there is a Python that the client is written for.
    private static let hasPython =
        (try? Tool.run(["python3", "-c", "import sys, ssl; sys.exit(sys.version_info < (3, 10))"])) != nil

    @Test(.enabled(if: hasPython, "needs python3, 3.10 or later"))
    func allItsTestsPassAtThisServer() throws {
        let place = try Workplace(named: "tamga-python-client")
        defer { place.remove() }
        let outcome = try Command.run(
            Workplace.repository.appendingPathComponent("tools/python/check"),
            [place.program("tamga-server").path, place.certificates.path], in: place)
        #expect(outcome.status == 0, "\(outcome.errors.suffix(4_000))")
        // A test that was skipped has checked nothing.
        let summary = try #require(outcome.errors.split(separator: "\n").last)
        #expect(summary == "OK", "\(outcome.errors.suffix(1_000))")
        let count = outcome.errors.firstMatch(of: /Ran (\d+) tests/).flatMap { Int($0.output.1) }
        #expect(try #require(count) > 100)
    }

    /// What is made from the page is what the page says now.
    @Test(.enabled(if: hasPython, "needs python3, 3.10 or later"))
    func whatIsMadeFromThePageIsUpToDate() throws {
        let place = try Workplace(named: "tamga-python-made")
        defer { place.remove() }
        let outcome = try Command.run(
            Workplace.repository.appendingPathComponent("tools/python/make"), ["--check"], in: place)
        #expect(outcome.status == 0, "\(outcome.output)\(outcome.errors)")
    }
}
