import ArgumentParser
import Foundation
import TamgaEvaluation
import TamgaMatcher
import TamgaReporting

/// `tamga-eval evaluate`: the whole table of the development sets, with targets, reports and JSON.
struct Evaluate: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "The table of all development sets with their targets; writes reports and JSON.")

    @Option(help: "Folder that holds the sets; default: TAMGA_DATA, then ../shared/data.")
    var data: String?
    @Option(help: "Folder to write into; made where it is not there.")
    var output = ".evaluation"
    @Option(help: "Replicates of the bootstrap.")
    var replicates = 1_000
    @Flag(help: "No progress.")
    var quiet = false

    private static let angles = stride(from: 0.0, through: 180, by: 30).map { $0 }

    func run() throws {
        let folder = URL(fileURLWithPath: output)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        var runner = TableRunner(
            data: try DataFolder.url(data), bootstrap: Bootstrap(replicates: replicates),
            progress: TerminalProgress(isQuiet: quiet))
        print("Error rates in percent, \(Matcher.version); targets in brackets, + met, - missed\n")
        print(Self.head)
        var results: [TableResult] = []
        var missing = 0
        for row in TableRow.all {
            guard try runner.hasData(for: row) else {
                print("\(row.title): no data")
                missing += 1
                continue
            }
            let result = try runner.run(row)
            print(Self.line(result))
            try write(result, to: folder)
            results.append(result)
        }
        let turned = Set(TableRow.all.prefix(2).map(\.key))
        let turns = try results.filter { turned.contains($0.row.key) }.map {
            try runner.turns($0.row, degrees: Self.angles)
        }
        print("\n" + turns.map(Self.line).joined(separator: "\n"))
        try finish(results, turns, in: folder)
        try Self.complain(of: runner.unreadable, missing: missing)
    }

    /// Status 1 where the table rests on less than all of the data.
    private static func complain(of unreadable: [(path: String, reason: String)], missing: Int) throws {
        for file in unreadable {
            FileHandle.standardError.write(Data("\(file.path): \(file.reason)\n".utf8))
        }
        if missing > 0 { FileHandle.standardError.write(Data("rows without data: \(missing)\n".utf8)) }
        if missing > 0 || !unreadable.isEmpty { throw ExitCode.failure }
    }

    private func write(_ result: TableResult, to folder: URL) throws {
        let report = EvaluationReport(
            title: result.row.title, verification: result.verification, identification: result.identification,
            conditions: result.row.fingers > 1 ? [("fingers", "\(result.row.fingers)")] : [])
        try Data(report.html().utf8).write(to: folder.appendingPathComponent(result.row.key + ".html"))
    }

    private func finish(_ results: [TableResult], _ turns: [TurnResult], in folder: URL) throws {
        let page = TablePage(results, turns: turns, matcher: Matcher.version)
        try Data(page.html().utf8).write(to: folder.appendingPathComponent("index.html"))
        let json = JSONValue.object([
            "matcher": .text(Matcher.version), "rows": .list(results.map { $0.json() }),
            "turns": .list(turns.map(Self.json)),
        ])
        try json.data().write(to: folder.appendingPathComponent("evaluation.json"))
        let met = results.flatMap { result in result.row.targets.map { result.meets($0) } }
        print("\n\(met.count { $0 }) of \(met.count) targets met; report: \(output)/index.html")
    }
}

extension Evaluate {
    private static func padded(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - text.count))
    }

    private static let columns = 17

    private static var head: String {
        padded("set", 38) + padded("mated", 7) + padded("non-mated", 11)
            + TableRow.Target.Rate.all.map { padded($0.name, columns) }.joined()
    }

    private static func line(_ result: TableResult) -> String {
        let rates = result.verification.pooled.rates
        return padded(result.row.title, 38) + padded("\(rates.mated)", 7) + padded("\(rates.nonMated)", 11)
            + TableRow.Target.Rate.all.map { padded(cell(result, $0), columns) }.joined()
    }

    /// ` 2.59 [<= 1.6 -]`.
    private static func cell(_ result: TableResult, _ rate: TableRow.Target.Rate) -> String {
        let value = Percent.text(result.value(rate))
        guard let target = result.row.targets.first(where: { $0.rate == rate }) else { return value }
        return "\(value) [\(rate.bound(target.limit)) \(result.meets(target) ? "+" : "-")]"
    }

    private static func line(_ turn: TurnResult) -> String {
        "\(turn.title), probes turned, FNMR@1e-3: "
            + turn.points.map { "\(Int($0.degrees))° \(Percent.text($0.fnmr).trimmingCharacters(in: .whitespaces))" }
            .joined(separator: ", ")
            + "; worst loss \(Percent.text(turn.worstLoss).trimmingCharacters(in: .whitespaces)) points"
    }

    private static func json(_ turn: TurnResult) -> JSONValue {
        .object([
            "title": .text(turn.title),
            "fnmr": .object(
                Dictionary(uniqueKeysWithValues: turn.points.map { ("\(Int($0.degrees))", JSONValue($0.fnmr)) })),
            "worst_loss": JSONValue(turn.worstLoss),
        ])
    }
}
