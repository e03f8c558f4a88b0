import Foundation

/// Development certificates made once for all tests of a run, by the script that also makes the developers'.
///
/// The folder is temporary and removed when the process ends.
public enum CertificateFolder {
    /// The folder's path; a failure says how the script ended.
    public static let shared = Result { try make() }

    private static let path = FileManager.default.temporaryDirectory
        .appendingPathComponent("tamga-tests-\(UUID().uuidString)").path

    private static func make() throws -> String {
        atexit { try? FileManager.default.removeItem(atPath: CertificateFolder.path) }
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        try run([root.appendingPathComponent("certs/make-dev-certs").path, path])
        return path
    }

    /// `/bin/sh` with these arguments.
    static func run(_ arguments: [String]) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments = arguments
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw Failed(status: process.terminationStatus) }
    }

    /// The script's exit status.
    public struct Failed: Error {
        public let status: Int32
    }
}
