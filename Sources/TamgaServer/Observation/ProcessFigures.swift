import Foundation
import TamgaMetrics

/// What the system says of this process. The names are those that collectors know from other programs.
///
/// Source: Prometheus, "Writing client libraries", process metrics.
struct ProcessFigures {
    static let cpu = MetricDefinition(
        "process_cpu_seconds_total", .counter, "Processor time used, of the program and of the system for it.")
    static let resident = MetricDefinition("process_resident_memory_bytes", .gauge, "Memory in use.")
    static let files = MetricDefinition("process_open_fds", .gauge, "File descriptors open.")
    static let fileLimit = MetricDefinition("process_max_fds", .gauge, "File descriptors that may be open.")
    static let start = MetricDefinition(
        "process_start_time_seconds", .gauge, "When the program began, in seconds since 1970 UTC.")
    static let families = [cpu, resident, files, fileLimit, start]

    /// Nil where the system does not say.
    var cpuSeconds: Double?
    var residentBytes: Int?
    var openFiles: Int?
    var mostFiles: UInt64?

    /// Those of this moment.
    init() {
        let time = clock()
        if time >= 0 { cpuSeconds = Double(time) / Self.clocksPerSecond }
        residentBytes = Self.residentPages.map { $0 * Int(sysconf(Int32(_SC_PAGESIZE))) }
        // The listing itself has one open.
        openFiles = (try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd")).map { $0.count - 1 }
        mostFiles = Self.mostFiles
    }

    /// What POSIX has `clock()` count in.
    private static let clocksPerSecond = 1_000_000.0

    /// The first number of the line `Max open files`.
    private static var mostFiles: UInt64? {
        guard let text = try? String(contentsOfFile: "/proc/self/limits", encoding: .utf8) else { return nil }
        let line = text.split(separator: "\n").first { $0.hasPrefix("Max open files") }
        return line?.split(separator: " ").lazy.compactMap { UInt64($0) }.first
    }

    /// The second number of `statm`.
    private static var residentPages: Int? {
        guard let text = try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8) else { return nil }
        return text.split(separator: " ").dropFirst().first.flatMap { Int($0) }
    }
}

extension SampledMetrics {
    /// - Parameter start: milliseconds since 1970.
    mutating func add(_ figures: ProcessFigures, startedAt start: Int64) {
        if let seconds = figures.cpuSeconds { set(ProcessFigures.cpu, seconds) }
        if let bytes = figures.residentBytes { set(ProcessFigures.resident, bytes) }
        if let files = figures.openFiles { set(ProcessFigures.files, files) }
        if let most = figures.mostFiles { set(ProcessFigures.fileLimit, most) }
        set(ProcessFigures.start, Double(start) / 1_000)
    }
}

/// The files of a store whose growth says something.
enum StoreFiles {
    static func paths(in directory: String) -> [(file: String, path: String)] {
        [
            (ServerFamilies.databaseFile, "\(directory)/tamga.sqlite"),
            (ServerFamilies.logFile, "\(directory)/tamga.sqlite-wal"),
        ]
    }

    /// Bytes; nil where there is no such file.
    static func size(_ path: String) -> Int? {
        let attributes = try? FileManager.default.attributesOfItem(atPath: path)
        return (attributes?[.size] as? NSNumber)?.intValue
    }
}
