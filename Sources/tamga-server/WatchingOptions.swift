import ArgumentParser
import Logging
import TamgaKernels
import TamgaMatcher
import TamgaServer

/// How the server can be watched: its log, and its metrics.
struct WatchingOptions: ParsableArguments {
    @Option(help: "Where metrics and health are shown over HTTP without TLS, HOST:PORT, or off.")
    var metrics = MetricsPlace.usual
    @Option(help: "trace, debug, info, notice, warning, error or critical; the log goes to stderr.")
    var logLevel = Logger.Level.info
    @Option(help: "text, or json, a line of JSON for each event.")
    var logFormat = LogFormat.text

    func logger(_ clock: SystemClock) -> Logger {
        var logger = Logger(label: "tamga-server") { label in
            switch logFormat {
            case .text: StreamLogHandler.standardError(label: label)
            case .json: JSONLogHandler(label: label, clock: clock) { Terminal.writeError($0) }
            }
        }
        logger.logLevel = logLevel
        return logger
    }

    /// Nil where nobody wants to watch: then nothing is measured.
    func observation(_ level: KernelLevel, _ clock: SystemClock) throws -> ServerObservation? {
        guard metrics != .off else { return nil }
        let build = ServerObservation.Build(
            program: TamgaServerProgram.program, matcher: Matcher.version, kernels: level.rawValue)
        return try ServerObservation(build: build, clock: clock)
    }

    /// - Throws: where an address that was named cannot be had. The usual one may belong to another server on this
    ///   machine: that is said, and the server goes on without.
    func listener(_ observation: ServerObservation?, _ logger: Logger) async throws -> MetricsListener? {
        guard let observation, let address = metrics.address else { return nil }
        do throws(ServerError) {
            let listener = try await MetricsListener.start(address, observation, logger: logger)
            Terminal.write("tamga-server: metrics on \(listener.address)\n")
            if !address.isLoopback {
                logger.warning(
                    "metrics are shown to whoever reaches the address", metadata: ["address": "\(address)"])
            }
            return listener
        } catch {
            guard metrics == .usual else { throw error }
            logger.warning(
                "no metrics are shown: name another place with --metrics, or off", metadata: ["reason": "\(error)"])
            return nil
        }
    }

    /// Among lines of JSON, progress is one of them.
    func display(_ clock: SystemClock, _ logger: Logger) -> RebuildDisplay {
        switch logFormat {
        case .text:
            RebuildDisplay(isTerminal: Terminal.isStandardError, clock: clock) { Terminal.writeError($0) }
        case .json:
            RebuildDisplay(isTerminal: false, clock: clock) { text in logger.info("\(text.dropLast())") }
        }
    }
}

/// Where metrics are shown.
enum MetricsPlace: Hashable, ExpressibleByArgument, CustomStringConvertible {
    /// Nowhere.
    case off
    /// On this machine, on the port that collectors expect, where it is free.
    case usual
    /// There, or the server does not start.
    case at(ListenAddress)

    init?(argument: String) {
        if argument == "off" {
            self = .off
        } else if let address = ListenAddress(argument: argument) {
            self = .at(address)
        } else {
            return nil
        }
    }

    var address: ListenAddress? {
        switch self {
        case .off: nil
        case .usual: ListenAddress(host: "127.0.0.1", port: 9_464)
        case .at(let address): address
        }
    }

    var description: String { address?.description ?? "off" }
    var defaultValueDescription: String { "\(description) where it is free" }
}

enum LogFormat: String, CaseIterable, ExpressibleByArgument {
    case text, json
}
