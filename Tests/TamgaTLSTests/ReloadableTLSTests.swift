import Foundation
import NIOCore
import NIOEmbedded
import TamgaTLS
import TamgaTestSupport
import Testing

/// A set of files is taken whole or not at all.
@Suite struct ReloadableTLSTests {
    /// Copies of a server's certificate and key that may be changed.
    private struct Place {
        let files: TLSFiles

        init() throws {
            let certificates = try TestCertificates.shared.get()
            let folder = certificates.path("reload-\(UUID().uuidString)")
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            files = TLSFiles(
                certificate: "\(folder)/server.pem", privateKey: "\(folder)/server.key", authority: "\(folder)/ca.pem")
            try put("server.pem", files.certificate)
            try put("server.key", files.privateKey)
            try put("ca.pem", files.authority)
        }

        func put(_ name: String, _ path: String) throws {
            let source = URL(fileURLWithPath: try TestCertificates.shared.get().path(name))
            try Data(contentsOf: source).write(to: URL(fileURLWithPath: path), options: .atomic)
        }
    }

    @Test func newConnectionsSeeTheNewSetAndOldOnesGoOn() throws {
        let place = try Place()
        let tls = try ReloadableTLS(files: place.files)
        let old = try TLSPair(client: TestContext.client(), server: tls.current)
        try old.shuttle()
        // No server's certificate: clients that check it see that it is another one.
        try place.put("auditor.pem", place.files.certificate)
        try place.put("auditor.key", place.files.privateKey)
        let fresh = try tls.reload()
        #expect(fresh === tls.current)
        #expect(fresh.certificate == (try TestContext.client("auditor").certificate))
        let new = try TLSPair(client: TestContext.client(), server: tls.current)
        try new.shuttle()
        #expect(new.client.recorder.tlsErrors == [.untrustedPeer(reason: "unsuitable certificate purpose")])
        old.client.write("still here")
        try old.shuttle()
        #expect(old.server.recorder.text == "still here")
    }

    @Test func aBadSetChangesNothing() throws {
        let place = try Place()
        let tls = try ReloadableTLS(files: place.files)
        let before = tls.current
        try place.put("auditor.key", place.files.privateKey)
        #expect(throws: TLSError.keyMismatch) { try tls.reload() }
        try FileManager.default.removeItem(atPath: place.files.privateKey)
        #expect(throws: TLSError.fileUnreadable(path: place.files.privateKey)) { try tls.reload() }
        try place.put("server.key", place.files.privateKey)
        try Data("nothing".utf8).write(to: URL(fileURLWithPath: place.files.authority))
        #expect(throws: TLSError.self) { try tls.reload() }
        #expect(tls.current === before)
        let pair = try TLSPair(client: TestContext.client(), server: tls.current)
        try pair.shuttle()
        #expect(pair.server.recorder.peers.count == 1)
        try place.put("ca.pem", place.files.authority)
        #expect(try tls.reload() !== before)
    }

    /// Readers of the current set during reloads by others.
    @Test func manyReadersSeeWholeSets() async throws {
        let place = try Place()
        let tls = try ReloadableTLS(files: place.files)
        let subject = tls.current.certificate?.subject
        try await withThrowingTaskGroup(of: Bool.self) { tasks in
            for _ in 0..<4 {
                tasks.addTask { _ = try tls.reload(); return true }
                tasks.addTask { (0..<200).allSatisfy { _ in tls.current.certificate?.subject == subject } }
            }
            for try await isWhole in tasks { #expect(isWhole) }
        }
    }

    @Test func keyLogsAreForDevelopmentOnly() throws {
        let path = try TestCertificates.shared.get().path("keys-\(UUID().uuidString).log")
        for environment in [[:], [TLSKeyLog.permission: "0"], [TLSKeyLog.permission: "yes"]] {
            #expect(throws: TLSError.keyLogRefused) { try TLSKeyLog(path: path, environment: environment) }
        }
        #expect(!FileManager.default.fileExists(atPath: path))
        let allowed = [TLSKeyLog.permission: "1"]
        #expect(throws: TLSError.fileUnreadable(path: "/no/such")) {
            try TLSKeyLog(path: "/no/such", environment: allowed)
        }
        let certificates = try TestCertificates.shared.get()
        let server = try TLSContext(
            role: .server, files: certificates.files("server"),
            keyLog: TLSKeyLog(path: path, environment: allowed))
        let pair = try TLSPair(client: TestContext.client(), server: server)
        try pair.shuttle()
        let text = try String(contentsOfFile: path, encoding: .utf8)
        let labels = text.split(separator: "\n").map { $0.prefix { $0 != " " } }
        #expect(labels.contains("CLIENT_TRAFFIC_SECRET_0") && labels.contains("SERVER_TRAFFIC_SECRET_0"))
        let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
        #expect(mode == 0o600)
    }
}
