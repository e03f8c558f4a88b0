import Foundation

/// A row of the table of targets: which sets, how many fingers, and what is asked of them.
package struct TableRow: Sendable {
    /// Also the name of its files, without their extensions.
    package var key: String
    package var title: String
    /// Paths below the data folder.
    package var probes: [String]
    package var references: String?
    package var fingers = 1
    package var targets: [Target] = []

    /// What a rate should reach.
    package struct Target: Sendable {
        package var rate: Rate
        /// A share; error rates should be at most this, identification rates at least.
        package var limit: Double

        package enum Rate: Sendable {
            case eer
            case fnmrThousandth
            case fnmrTenThousandth
            case rankOne
        }
    }

    /// Every row, with the targets that the matcher is held to.
    package static var all: [TableRow] { pooled + fingers + single }

    private static let fvc2002 = (1...4).map { "fvc2002_db\($0)_b" }

    private static var pooled: [TableRow] {
        [
            TableRow(
                key: "fvc2002-mindtct", title: "FVC2002 DB1–4_B pooled, mindtct",
                probes: fvc2002.map { $0 + "/mindtct" },
                targets: [
                    Target(rate: .eer, limit: 0.016), Target(rate: .fnmrThousandth, limit: 0.04),
                    Target(rate: .rankOne, limit: 0.98),
                ]),
            TableRow(
                key: "fvc2002-secugen", title: "FVC2002 DB1–4_B pooled, secugen",
                probes: fvc2002.map { $0 + "/secugen" },
                targets: [
                    Target(rate: .eer, limit: 0.012), Target(rate: .fnmrThousandth, limit: 0.03),
                    Target(rate: .rankOne, limit: 0.985),
                ]),
            TableRow(
                key: "fvc2000-mindtct", title: "FVC2000 DB1, 2, 4_B pooled, mindtct",
                probes: [1, 2, 4].map { "fvc2000_db\($0)_b/mindtct" }),
        ]
    }

    private static var fingers: [TableRow] {
        let (uareu, crossmatch) = ("neurotechnology_uareu/mindtct", "neurotechnology_crossmatch/mindtct")
        let target = [Target(rate: .fnmrTenThousandth, limit: 0.01)]
        return [
            TableRow(key: "uareu", title: "uareu, one finger", probes: [uareu]),
            TableRow(key: "uareu-2", title: "uareu, two fingers", probes: [uareu], fingers: 2, targets: target),
            TableRow(key: "crossmatch", title: "crossmatch, one finger", probes: [crossmatch]),
            TableRow(
                key: "crossmatch-2", title: "crossmatch, two fingers", probes: [crossmatch], fingers: 2,
                targets: target),
            TableRow(
                key: "cross-sensor", title: "uareu against crossmatch", probes: [uareu], references: crossmatch),
            TableRow(
                key: "cross-sensor-2", title: "uareu against crossmatch, two fingers", probes: [uareu],
                references: crossmatch, fingers: 2),
            TableRow(key: "upek", title: "upek", probes: ["neurotechnology_upek/mindtct"]),
        ]
    }

    private static var single: [TableRow] {
        let extracted = fvc2002.flatMap { ["\($0)/mindtct", "\($0)/secugen"] }
        let older = [1, 2, 4].map { "fvc2000_db\($0)_b/mindtct" }
        return (extracted + older).map { path in
            TableRow(key: path.replacingOccurrences(of: "/", with: "-"), title: path, probes: [path])
        }
    }
}
