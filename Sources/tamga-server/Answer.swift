import Foundation

/// What a command prints for programs.
enum Answer {
    /// One line of JSON with its end; members by name.
    static func line(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self) + "\n"
    }

    /// Milliseconds since 1970 UTC as ISO 8601 has them; the number where that is absurd.
    static func time(_ milliseconds: Int64) -> String {
        guard 0...253_402_300_799_999 ~= milliseconds else { return "\(milliseconds)" }
        return Date(timeIntervalSince1970: Double(milliseconds / 1_000)).formatted(.iso8601)
    }
}
