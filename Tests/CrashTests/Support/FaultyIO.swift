import Foundation
import Glibc
import TamgaHarness

/// Faults of the file system below a program that runs: the plan that the library `tamga-faulty-io` goes by.
///
/// Its bytes are those of `faulty_plan` in Tests/FaultyIO/include/FaultyIO.h.
struct FaultyIO {
    /// Calls of the file system.
    struct Operations: OptionSet {
        let rawValue: UInt32

        static let openForWriting = Self(rawValue: 1 << 0)
        static let openForReading = Self(rawValue: 1 << 1)
        static let read = Self(rawValue: 1 << 2)
        static let write = Self(rawValue: 1 << 3)
        static let sync = Self(rawValue: 1 << 4)
        static let truncate = Self(rawValue: 1 << 5)
        static let allocate = Self(rawValue: 1 << 6)
        static let rename = Self(rawValue: 1 << 7)
        static let unlink = Self(rawValue: 1 << 8)

        /// All that changes a file or a directory.
        static let changing: Self = [.openForWriting, .write, .truncate, .allocate, .rename, .unlink]
        static let all = Self(rawValue: 1 << 9 - 1)
    }

    /// How a call fails.
    enum Manner: UInt32 {
        /// Nothing is done.
        case refuse
        /// It does not: half of the bytes are read or written, and the call says so.
        case shorten
        /// Half of the bytes are written before it does.
        case tear
    }

    private static let byteCount = 288
    private static let patternBytes = 256
    private let file: URL
    private let library: URL

    /// Makes the file of the plan, with no faults in it.
    init(in place: Workplace) throws {
        file = place.directory.appendingPathComponent("faults-\(UUID().uuidString.prefix(8))")
        library = place.program("libtamga-faulty-io.so")
        guard FileManager.default.fileExists(atPath: library.path) else {
            throw HarnessError("\(library.lastPathComponent) is not beside the programs")
        }
        try Data(count: Self.byteCount).write(to: file)
    }

    /// What a program needs to go by the plan.
    var environment: [String: String] { ["LD_PRELOAD": library.path, "TAMGA_FAULTY_IO": file.path] }

    /// From now on calls fail.
    ///
    /// - Parameters:
    ///   - error: the error number they fail with.
    ///   - pattern: which files they are on, for example `*/tamga.sqlite-wal`.
    ///   - passing: calls that pass before the first that fails.
    ///   - failing: calls that fail after these.
    func arm(
        _ operations: Operations, error: Int32 = EIO, _ manner: Manner = .refuse, on pattern: String,
        passing: Int = 0, failing: Int = Int(UInt32.max)
    ) throws {
        try disarm()
        let numbers = [UInt32(error), manner.rawValue, UInt32(passing), UInt32(failing), 0, 0, 0]
        let text = Array(pattern.utf8)
        guard text.count < Self.patternBytes else { throw HarnessError("the pattern is too long") }
        try put(
            numbers.flatMap(Self.bytes) + text + Array(repeating: 0, count: Self.patternBytes - text.count), at: 4)
        try put(Self.bytes(operations.rawValue), at: 0)
    }

    /// From now on no call fails; calls that did since the faults were armed.
    @discardableResult
    func disarm() throws -> Int {
        try put(Self.bytes(0), at: 0)
        return try failures()
    }

    /// Calls that failed since the faults were armed.
    func failures() throws -> Int {
        let plan = [UInt8](try Data(contentsOf: file))
        guard plan.count == Self.byteCount else { throw HarnessError("the plan of faults is damaged") }
        return (0..<4).reduce(0) { $0 | Int(plan[24 + $1]) << (8 * $1) }
    }

    /// In the order of the machines the tests know.
    private static func bytes(_ number: UInt32) -> [UInt8] {
        (0..<4).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
    }

    private func put(_ bytes: [UInt8], at offset: UInt64) throws {
        let handle = try FileHandle(forUpdating: file)
        defer { try? handle.close() }
        try handle.seek(toOffset: offset)
        try handle.write(contentsOf: Data(bytes))
    }
}
