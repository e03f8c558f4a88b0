internal import Foundation

/// Milliseconds since 1970-01-01 00:00 UTC as ISO 8601 has them: `2023-11-14T22:13:20Z`; the number where it is absurd.
package func isoTime(milliseconds: UInt64) -> String {
    let lastYear: UInt64 = 253_402_300_799_999
    guard milliseconds <= lastYear else { return "\(milliseconds)" }
    return Date(timeIntervalSince1970: Double(milliseconds / 1_000)).formatted(.iso8601)
}
