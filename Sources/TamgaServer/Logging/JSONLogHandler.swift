public import Logging
public import TamgaIdentification
import TamgaRegistry

/// Writes each event as one line: a JSON object with `time` (RFC 3339, UTC, milliseconds), `level`, `label`, `source`,
/// `message`, and `metadata`, an object whose numbers and truth values stay what they are.
public struct JSONLogHandler: LogHandler {
    public var metadata = Logger.Metadata()
    public var metadataProvider: Logger.MetadataProvider?
    public var logLevel = Logger.Level.info
    private let label: String
    private let clock: any WallClock
    private let write: @Sendable (String) -> Void

    /// - Parameters:
    ///   - label: of the logger.
    ///   - write: takes a line with its end; called by any thread, and has to write it in one piece.
    public init(label: String, clock: any WallClock, write: @escaping @Sendable (String) -> Void) {
        (self.label, self.clock, self.write) = (label, clock, write)
    }

    /// One of the handler's own pieces of metadata.
    public subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    /// Writes the line; what the event says goes before what the provider says, and that before the handler's own.
    public func log(event: LogEvent) {
        var all = metadata
        all.merge(metadataProvider?.get() ?? [:]) { $1 }
        all.merge(event.metadata ?? [:]) { $1 }
        if let error = event.error { all["error"] = "\(error)" }
        var members: [(name: String, value: String)] = [
            ("time", JSONText.quoted(LogTime.text(clock.millisecondsSince1970()))),
            ("level", JSONText.quoted(event.level.rawValue)), ("label", JSONText.quoted(label)),
            ("source", JSONText.quoted(event.source)), ("message", JSONText.quoted("\(event.message)")),
        ]
        if !all.isEmpty { members.append(("metadata", Self.json(.dictionary(all)))) }
        write(JSONText.object(members) + "\n")
    }

    private static func json(_ value: Logger.Metadata.Value) -> String {
        switch value {
        case .string(let text): return JSONText.quoted(text)
        case .stringConvertible(let value): return number(value) ?? JSONText.quoted("\(value)")
        case .array(let values): return "[" + values.map(json).joined(separator: ",") + "]"
        case .dictionary(let values):
            return JSONText.object(values.sorted { $0.key < $1.key }.map { ($0.key, json($0.value)) })
        }
    }

    /// Numbers and truth values as JSON has them; what JSON has no number for stays a text.
    private static func number(_ value: any CustomStringConvertible) -> String? {
        switch value {
        case let value as Bool: "\(value)"
        case let value as Double: value.isFinite ? "\(value)" : nil
        case let value as any FixedWidthInteger: "\(value)"
        default: nil
        }
    }
}

/// The time as log lines have it.
enum LogTime {
    /// `2026-01-31T23:59:59.001Z`; the number itself where the calendar has no such day.
    static func text(_ milliseconds: Int64) -> String {
        guard let date = try? CalendarDate(millisecondsSince1970: milliseconds, offsetMinutes: 0) else {
            return "\(milliseconds)"
        }
        let inDay = (milliseconds % 86_400_000 + 86_400_000) % 86_400_000
        let (hours, minutes) = (inDay / 3_600_000, inDay / 60_000 % 60)
        let (seconds, rest) = (inDay / 1_000 % 60, inDay % 1_000)
        return "\(date)T\(padded(hours, 2)):\(padded(minutes, 2)):\(padded(seconds, 2)).\(padded(rest, 3))Z"
    }

    private static func padded(_ number: Int64, _ digits: Int) -> String {
        let text = "\(number)"
        return String(repeating: "0", count: max(0, digits - text.count)) + text
    }
}
