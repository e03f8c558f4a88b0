import Foundation

/// Another program, run by a test: what it prints, if it ends well.
public enum Tool {
    /// - Parameters:
    ///   - arguments: the program, as the shell finds it, and its arguments.
    ///   - input: what it reads.
    public static func run(_ arguments: [String], input: [UInt8] = []) throws -> [UInt8] {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = arguments
        let source = try TemporaryFile(input)
        let output = Pipe()
        process.standardInput = try FileHandle(forReadingFrom: URL(fileURLWithPath: source.path))
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        let printed = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw Failed(status: process.terminationStatus) }
        return [UInt8](printed)
    }

    /// The same, on a thread of its own: whoever waits for a program that in turn waits for this process must not hold
    /// one of the few threads that tasks have.
    public static func runAside(_ arguments: [String], input: [UInt8] = []) async throws -> [UInt8] {
        try await withCheckedThrowingContinuation { continuation in
            Thread.detachNewThread { continuation.resume(with: Result { try run(arguments, input: input) }) }
        }
    }

    /// The program's exit status.
    public struct Failed: Error {
        public let status: Int32
    }
}

/// A file for its owner only, removed with its last reference.
public final class TemporaryFile: Sendable {
    public let path: String

    public init(_ bytes: [UInt8]) throws {
        path = FileManager.default.temporaryDirectory.appendingPathComponent("tamga-\(UUID().uuidString)").path
        guard FileManager.default.createFile(
            atPath: path, contents: Data(bytes), attributes: [.posixPermissions: 0o600])
        else { throw CocoaError(.fileWriteUnknown) }
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }
}

/// Keys of signatures, made by the openssl program.
public struct KeyPair: Sendable {
    /// PEM.
    public let secret: [UInt8]
    /// PEM.
    public let open: [UInt8]

    /// - Parameter algorithm: `ed25519`, or a curve such as `P-256`.
    public init(_ algorithm: String) throws {
        let curve = ["-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:\(algorithm)"]
        let arguments = algorithm.hasPrefix("P-") ? curve : ["-algorithm", algorithm]
        secret = try Tool.run(["openssl", "genpkey"] + arguments)
        open = try Tool.run(["openssl", "pkey", "-pubout"], input: secret)
    }
}
