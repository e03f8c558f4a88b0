import Foundation
import Logging
import ServiceLifecycle
import Synchronization
import TamgaServer
import TamgaTLS
import TamgaTestSupport
import Testing

/// The keeper reads certificates anew when it is asked to and when the files change, and says what becomes of it.
@Suite(.timeLimit(.minutes(2))) struct CertificateKeeperTests {
    /// Runs a keeper over a copy of a server's files as long as the body.
    private func run(
        interval: Duration?,
        _ body: @escaping @Sendable (TLSFiles, ReloadableTLS, AsyncStream<Void>.Continuation, LineKeeper) async throws
            -> Void
    ) async throws {
        let shared = try CertificateFolder.shared.get()
        let folder = "\(shared)/keeper-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        for name in ["server.pem", "server.key", "ca.pem"] {
            try FileManager.default.copyItem(atPath: "\(shared)/\(name)", toPath: "\(folder)/\(name)")
        }
        let files = TLSFiles(
            certificate: "\(folder)/server.pem", privateKey: "\(folder)/server.key", authority: "\(folder)/ca.pem")
        let tls = try ReloadableTLS(files: files)
        let work = CertificateKeeper.Work(
            reload: { try tls.reload() }, current: { tls.current }, paths: tls.paths, read: { tls.read })
        let (requests, asking) = AsyncStream<Void>.makeStream()
        let lines = LineKeeper()
        let keeper = CertificateKeeper(
            work, requests: requests, interval: interval, clock: SystemClock(), logger: lines.logger)
        let services = ServiceGroup(services: [keeper], logger: .silent)
        try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask { try await services.run() }
            do { try await body(files, tls, asking, lines) } catch {
                await services.triggerGracefulShutdown()
                throw error
            }
            await services.triggerGracefulShutdown()
            try await tasks.waitForAll()
        }
    }

    @Test func itReadsAnewWhenAskedTo() async throws {
        try await run(interval: nil) { files, tls, asking, lines in
            let before = tls.current
            asking.yield()
            try await eventually("they are read") { tls.current !== before }
            try await eventually("it is said") { lines.lines.count == 1 }
            let line = try #require(lines.lines.first)
            #expect(line.message == "certificates were read anew")
            #expect(line.metadata["subject"] == "CN=localhost,O=Tamga development")
            #expect(line.metadata["certificate"]?.count == 16)
            #expect(line.metadata["valid until"]?.hasSuffix("Z") == true)
            #expect(line.metadata["revoked"] == nil)

            try Data("x".utf8).write(to: URL(fileURLWithPath: files.certificate))
            let kept = tls.current
            asking.yield()
            try await eventually("it is said") { lines.lines.count == 2 }
            #expect(lines.lines.last?.message == "certificates are not changed")
            #expect(lines.lines.last?.metadata["error"]?.contains(files.certificate) == true)
            #expect(tls.current === kept)
        }
    }

    @Test func itSeesFilesThatChangeAndTriesThoseThatDoNotDoOnce() async throws {
        try await run(interval: .milliseconds(20)) { files, tls, _, lines in
            let before = tls.current
            try await Task.sleep(for: .milliseconds(200))
            #expect(tls.current === before && lines.lines.isEmpty)
            let good = try Data(contentsOf: URL(fileURLWithPath: files.authority))
            try Data("x".utf8).write(to: URL(fileURLWithPath: files.authority), options: .atomic)
            try await eventually("it is said") { !lines.lines.isEmpty }
            try await Task.sleep(for: .milliseconds(200))
            #expect(lines.lines.map(\.message) == ["certificates are not changed"])
            try good.write(to: URL(fileURLWithPath: files.authority), options: .atomic)
            try await eventually("they are read") { tls.current !== before }
            try await eventually("it is said") { lines.lines.count == 2 }
            #expect(lines.lines.last?.message == "certificates were read anew")
        }
    }

    /// Two files are replaced one after the other: only the second look without a change has them read.
    @Test func filesOnTheirWayAreWaitedFor() throws {
        let path = try CertificateFolder.shared.get() + "/watched-\(UUID().uuidString)"
        func write(_ text: String) throws -> [FileStamp?] {
            try Data(text.utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
            return FileStamp.all([path])
        }
        let read = FileStamp.all([path])
        var watch = FileWatch()
        #expect(read == [nil])
        #expect(!watch.look(at: read, read: read) && !watch.look(at: read, read: read))
        let half = try write("half")
        let seen1 = watch.look(at: half, read: read)
        #expect(!seen1)
        let whole = try write("whole")
        #expect(whole != half)
        let seen2 = watch.look(at: whole, read: read)
        #expect(!seen2)
        let seen3 = watch.look(at: whole, read: read)
        #expect(seen3)
        let seen4 = watch.look(at: whole, read: whole)
        #expect(!seen4)
    }

    @Test func endsAreSaidInTimeAndNotTooOften() {
        let day: Int64 = 86_400
        let end = 1_000 * day
        var watch = EndWatch()
        func texts(_ now: Int64, list: Int64? = nil) -> [String] {
            watch.look(certificate: end, list: list, now: now).map { "\($0.level): \($0.text)" }
        }
        #expect(texts(end - 15 * day).isEmpty)
        #expect(texts(end - 14 * day) == ["warning: the server's certificate ends soon"])
        #expect(texts(end - 14 * day + 60).isEmpty)
        #expect(texts(end - 14 * day + 3_600) == ["warning: the server's certificate ends soon"])
        let over = "error: the server's certificate has ended: stations refuse it"
        #expect(texts(end) == [over])
        #expect(texts(end + 3_599).isEmpty && texts(end + 3_600) == [over])
        #expect(texts(0, list: day + 1).isEmpty)
        #expect(texts(1, list: day + 1) == ["warning: a revocation list runs out soon"])
        #expect(
            texts(day + 1, list: day + 1) == [
                "error: a revocation list has run out: stations of its authority are refused",
            ])
        // Replaced, and close to its end once more.
        #expect(texts(day + 2, list: 3 * day).isEmpty)
        #expect(texts(2 * day + 2, list: 3 * day) == ["warning: a revocation list runs out soon"])
    }
}
