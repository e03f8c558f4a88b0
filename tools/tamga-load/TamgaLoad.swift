import ArgumentParser
import Foundation
import TamgaClient
import TamgaHarness
import TamgaLoading

/// `make load`: ends with status 1 where an answer was wrong, a request was never answered, or no rate was found.
@main
struct TamgaLoad: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tamga-load",
        abstract: "Sends requests to a server at a rate of their own and checks every answer (docs/LOAD.md).",
        discussion: "Without --server it starts a server of its own on this machine.")

    @OptionGroup(title: "The server") var server: ServerOptions
    @OptionGroup(title: "The load") var load: RateOptions
    @OptionGroup(title: "The persons") var persons: PersonOptions
    @OptionGroup(title: "What is written") var output: OutputOptions

    func validate() throws {
        try server.check()
        do { try options().check() } catch { throw ValidationError("--\(error)") }
    }

    private func options() throws(LoadError) -> LoadOptions {
        var options = LoadOptions(goal: try load.goal())
        try load.set(&options)
        persons.set(&options)
        return options
    }

    func run() async throws {
        Interruption.install()
        var options = try options()
        options.run = persons.run ?? UInt64.random(in: 1...999_999_999)
        print("seed \(options.seed), run \(options.run): \(options.mix); \(options.goal)")
        try ProcessFigures.allowOpenFiles(LoadRun.connections(options) + 256)
        let report = try await report(options)
        print(report.text)
        try output.write(report)
        let isFound = report.found.map { $0.rate != nil } ?? true
        guard report.findings.isEmpty, isFound else { throw ExitCode.failure }
    }

    private func report(_ options: LoadOptions) async throws -> LoadReport {
        let watcher = Watcher(isQuiet: output.quiet)
        guard let address = server.server else {
            let place = try Workplace(named: "tamga-load")
            defer { place.remove() }
            let own = try OwnServer.start(
                in: place, connections: LoadRun.connections(options), arguments: server.arguments)
            let report = try await LoadRun(options, against: own.configuration, show: watcher.show).run()
            guard own.server.stop() == 0 else {
                throw HarnessError("the server did not end in order: \(own.server.logText.suffix(1000))")
            }
            return report
        }
        return try await LoadRun(options, against: server.configuration(address), show: watcher.show).run()
    }
}

/// Shows what goes on: words and finished stretches always, seconds on a terminal.
struct Watcher: Sendable {
    let isQuiet: Bool
    private let isTerminal = isatty(STDERR_FILENO) == 1

    init(isQuiet: Bool) { self.isQuiet = isQuiet }

    @Sendable func show(_ news: LoadNews) {
        guard !isQuiet else { return }
        switch news {
        case .words(let words): write(words)
        case .second(let second): if isTerminal { write(second.line) }
        case .stretch(let stretch): write(LoadReport.line(stretch))
        }
    }

    private func write(_ text: String) { FileHandle.standardError.write(Data((text + "\n").utf8)) }
}
