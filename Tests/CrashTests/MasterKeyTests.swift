import Foundation
import TamgaHarness
import Testing

/// Master keys through the real programs: missing, wrong, and changed while the server serves.
@Suite struct MasterKeyTests {
    @Test func aStoreWithoutItsKeyDoesNotStartAndSaysWhy() throws {
        let site = try FaultedServer(persons: 1)
        #expect(site.server.stop() == 0)
        let keys = URL(fileURLWithPath: site.place.keyFile)
        let kept = try Data(contentsOf: keys)

        try FileManager.default.removeItem(at: keys)
        #expect(site.refusedStart().contains("cannot read"))
        try site.place.makeKey("another")
        let refusal = site.refusedStart()
        #expect(refusal.contains("key-missing") && refusal.contains("'first'"), "\(refusal)")
        try kept.write(to: keys)
        try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: keys.path)
        #expect(site.refusedStart().contains("chmod 600"))
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: keys.path)
        try site.start()
        try site.expectHolds([1])
    }

    /// A new key is taken up on SIGHUP; once the log says so, the old one may go.
    @Test func keysAreRotatedWithoutARestart() throws {
        let site = try FaultedServer(persons: 3)
        let keys = URL(fileURLWithPath: site.place.keyFile)
        try site.place.makeKey("second")
        site.server.hangUp()
        try Self.wait(for: "everything is sealed under the active master key", site)
        #expect(try site.enrol(4).status == 0)

        let newest = try String(contentsOf: keys, encoding: .utf8).split(separator: "\n").suffix(1)
        try Data((newest.joined() + "\n").utf8).write(to: keys)
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: keys.path)
        site.server.hangUp()
        try Self.wait(for: "master keys were read anew", site, times: 2)
        #expect(try site.enrol(5).status == 0)
        try site.restart()
        try site.expectHolds([1, 2, 3, 4, 5])
        try site.expectSound()
    }

    /// Keys that do not do are refused, and the server goes on with those it has.
    @Test func aKeyFileThatDoesNotDoChangesNothing() throws {
        let site = try FaultedServer(persons: 1)
        let keys = URL(fileURLWithPath: site.place.keyFile)
        let kept = try Data(contentsOf: keys)
        try Data("tamga-key-v1 first 00\n".utf8).write(to: keys)
        site.server.hangUp()
        try Self.wait(for: "master keys are not changed", site)
        #expect(try site.enrol(2).status == 0)
        try kept.write(to: keys)
        try site.restart()
        try site.expectHolds([1, 2])
    }

    private static func wait(for line: String, _ site: FaultedServer, times: Int = 1) throws {
        for _ in 0..<2_000 where site.server.logText.components(separatedBy: line).count <= times {
            usleep(10_000)
        }
        #expect(site.server.logText.components(separatedBy: line).count > times, "\(site.server.logText)")
    }
}
