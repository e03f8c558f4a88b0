import Foundation
import TamgaClient
import TamgaTLS

/// Certificates made once for all tests, in a temporary directory, by the script that also makes the developers'.
struct TestCertificates: Sendable {
    static let shared = Result { try TestCertificates() }

    let directory: String

    private init() throws {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        let place = FileManager.default.temporaryDirectory.appendingPathComponent("tamga-client-\(UUID().uuidString)")
        directory = place.path
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments = [root.appendingPathComponent("certs/make-dev-certs").path, directory]
        process.standardOutput = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw TestFailure(what: "make-dev-certs failed") }
    }

    func files(_ name: String, authority: String = "ca") -> TLSFiles {
        TLSFiles(
            certificate: "\(directory)/\(name).pem", privateKey: "\(directory)/\(name).key",
            authority: "\(directory)/\(authority).pem")
    }

    /// A station's configuration.
    static func configuration(
        _ port: Int, _ name: String = "station", authority: String = "ca"
    ) throws -> ClientConfiguration {
        let files = try shared.get().files(name, authority: authority)
        return ClientConfiguration(
            host: "127.0.0.1", port: port, certificate: files.certificate, privateKey: files.privateKey,
            authority: files.authority, clientName: "test/1")
    }
}

struct TestFailure: Error {
    let what: String
}
