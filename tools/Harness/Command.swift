public import Foundation

/// What a program that ended left: its exit status and what it printed.
public struct Outcome: Sendable {
    public let status: Int32
    public let output: String
    public let errors: String

    /// Non-empty lines of standard output.
    public var lines: [Substring] { output.split(separator: "\n") }

    /// Reads standard output as one JSON value.
    public func json<Value: Decodable>(_ type: Value.Type = Value.self) throws -> Value {
        do {
            return try JSONDecoder().decode(type, from: Data(output.utf8))
        } catch {
            throw HarnessError("not the JSON expected (status \(status)): \(output.prefix(400)) \(errors.prefix(400))")
        }
    }

    /// Reads each line of standard output as a JSON value.
    public func jsonLines<Value: Decodable>(_ type: Value.Type = Value.self) throws -> [Value] {
        try lines.map { try JSONDecoder().decode(type, from: Data($0.utf8)) }
    }
}

/// Runs a program to its end.
public enum Command {
    /// Output goes through files, so that no amount of it can block the program.
    public static func run(
        _ program: URL, _ arguments: [String], in place: Workplace, environment: [String: String] = [:],
        showsErrors: Bool = false
    ) throws -> Outcome {
        let name = UUID().uuidString
        let files = (
            place.directory.appendingPathComponent("\(name).out"), place.directory.appendingPathComponent("\(name).err")
        )
        defer { [files.0, files.1].forEach { try? FileManager.default.removeItem(at: $0) } }
        let process = Process()
        process.executableURL = program
        process.arguments = arguments
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = try emptyFile(files.0)
        process.standardError = showsErrors ? FileHandle.standardError : try emptyFile(files.1)
        try process.run()
        process.waitUntilExit()
        let errors = showsErrors ? "" : try String(contentsOf: files.1, encoding: .utf8)
        return Outcome(
            status: process.terminationStatus, output: try String(contentsOf: files.0, encoding: .utf8), errors: errors)
    }

    static func emptyFile(_ file: URL) throws -> FileHandle {
        guard FileManager.default.createFile(atPath: file.path, contents: nil) else {
            throw HarnessError("cannot write \(file.path)")
        }
        return try FileHandle(forWritingTo: file)
    }
}
