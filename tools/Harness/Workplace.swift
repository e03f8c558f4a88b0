public import Foundation

/// A temporary place in which real programs of this package are run: their binaries, certificates, data.
///
/// Removed by ``remove()``; nothing is left behind.
public struct Workplace: Sendable {
    /// The temporary directory.
    public let directory: URL
    /// Where the certificates lie.
    public let certificates: URL
    /// Where the programs of this package lie: beside the running one.
    public let programs: URL

    /// Makes the directory and, where they are not there yet, development certificates.
    ///
    /// - Parameter certificates: their folder; nil for one in the directory, which is removed with it.
    /// - Throws: ``HarnessError`` where the certificates cannot be made.
    public init(named name: String, certificates folder: URL? = nil) throws {
        directory = FileManager.default.temporaryDirectory
            .appendingPathComponent("\(name)-\(UUID().uuidString.prefix(8))")
        programs = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
        certificates = folder ?? directory.appendingPathComponent("certificates")
        Interruption.add(directory: directory.path)
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
        let outcome = try Command.run(
            Self.repository.appendingPathComponent("certs/make-dev-certs"), [certificates.path], in: self)
        guard outcome.status == 0 else { throw HarnessError("certificates: \(outcome.errors)") }
        try makeKey("first")
    }

    /// The root of the checkout this was built from.
    public static var repository: URL {
        URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
    }

    /// The path of a generated certificate or key, for example `station.pem`.
    public func certificate(_ name: String) -> String { certificates.appendingPathComponent(name).path }

    /// The file of master keys that servers here are given.
    public var keyFile: String { directory.appendingPathComponent("keys").path }

    /// Adds a master key, which becomes the active one.
    public func makeKey(_ id: String) throws {
        let outcome = try Command.run(
            program("tamga-server"), ["new-key", "--key-file", keyFile, "--id", id], in: self)
        guard outcome.status == 0 else { throw HarnessError("master key: \(outcome.errors)") }
    }

    /// The path of a program of this package.
    public func program(_ name: String) -> URL { programs.appendingPathComponent(name) }

    /// A new folder below the directory.
    public func folder(_ name: String) throws -> URL {
        let folder = directory.appendingPathComponent(name)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        return folder
    }

    /// Removes the directory and all in it.
    public func remove() {
        Interruption.remove(directory: directory.path)
    }
}

/// What went wrong while driving a program, in words.
public struct HarnessError: Error, CustomStringConvertible, Sendable {
    public let description: String

    public init(_ description: String) { self.description = description }
}
