import Foundation
package import Logging
package import TamgaTLS

/// Says that a certificate or a list is about to run out, while there is still time, and that it has.
package struct EndWatch: Sendable {
    /// What is to be said.
    package struct Warning: Sendable {
        package let level: Logger.Level
        package let text: String
        package let metadata: Logger.Metadata
    }

    /// Between two looks, where nothing else sets the pace.
    package static let interval = Duration.seconds(60)
    /// A certificate is said to end so many seconds before it does: fourteen days.
    package static let certificateNotice: Int64 = 14 * 86_400
    /// A list, which is made much more often: a day.
    package static let listNotice: Int64 = 86_400
    /// The same is said again after so many seconds: an hour.
    package static let repetition: Int64 = 3_600

    private var said: [String: (text: String, at: Int64)] = [:]

    package init() {}

    /// What is to be said of this set at that moment, in seconds since 1970: what is new, or an hour old.
    package mutating func look(at context: TLSContext, now: Int64) -> [Warning] {
        look(certificate: context.certificate?.validUntil, list: context.revocation?.validUntil, now: now)
    }

    /// The same of the two ends, in seconds since 1970; nil for what is not there.
    package mutating func look(certificate: Int64?, list: Int64?, now: Int64) -> [Warning] {
        var warnings: [Warning] = []
        say(
            &warnings, "certificate", certificate, now, notice: Self.certificateNotice,
            soon: "the server's certificate ends soon", over: "the server's certificate has ended: stations refuse it")
        say(
            &warnings, "list", list, now, notice: Self.listNotice, soon: "a revocation list runs out soon",
            over: "a revocation list has run out: stations of its authority are refused")
        return warnings
    }

    private mutating func say(
        _ warnings: inout [Warning], _ name: String, _ end: Int64?, _ now: Int64, notice: Int64, soon: String,
        over: String
    ) {
        guard let end, end - now <= notice else {
            said[name] = nil
            return
        }
        let text = end <= now ? over : soon
        if let before = said[name], before.text == text, now - before.at < Self.repetition { return }
        said[name] = (text, now)
        warnings.append(
            Warning(
                level: end <= now ? .error : .warning, text: text, metadata: ["valid until": "\(UTC.text(end))"]))
    }
}

/// Moments for people.
enum UTC {
    /// Such as `2026-11-27T00:56:00Z`.
    static func text(_ secondsSince1970: Int64) -> String {
        Date(timeIntervalSince1970: TimeInterval(secondsSince1970)).formatted(.iso8601)
    }
}
