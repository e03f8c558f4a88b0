public import ArgumentParser
import Foundation
import TamgaClient
import TamgaLoading
import TamgaReporting
public import TamgaSynthesis
import TamgaWire

/// Which server, and how it is reached.
struct ServerOptions: ParsableArguments {
    @Option(help: "A running server, HOST:PORT or [IPv6]:PORT; else one is started, on a temporary data directory.")
    var server: String?
    @Option(help: "The certificate of this station, PEM; its role is load-test. Only with --server.")
    var certificate: String?
    @Option(help: "Its private key, PEM.")
    var privateKey: String?
    @Option(help: "The authority that the server's certificate is signed by, PEM.")
    var ca: String?
    @Option(
        name: .customLong("serve"), parsing: .unconditional,
        help: "More options of the server that is started, in one text: --serve \"--workers 2 --shards 2\".")
    var serve = ""

    var arguments: [String] { serve.split(separator: " ").map(String.init) }

    func check() throws {
        guard let server else { return }
        guard parts(server) != nil else { throw ValidationError("--server: '\(server)' is not HOST:PORT") }
        guard certificate != nil, privateKey != nil, ca != nil else {
            throw ValidationError("--server takes --certificate, --private-key and --ca")
        }
        guard serve.isEmpty else { throw ValidationError("--serve is for a server that is started, not --server") }
    }

    private func parts(_ address: String) -> (host: String, port: Int)? {
        guard let colon = address.lastIndex(of: ":"), let port = Int(address[address.index(after: colon)...]),
            (1...65_535).contains(port)
        else { return nil }
        let host = address[..<colon].trimmingCharacters(in: CharacterSet(charactersIn: "[]"))
        return host.isEmpty ? nil : (host, port)
    }

    func configuration(_ address: String) throws -> ClientConfiguration {
        guard let (host, port) = parts(address), let certificate, let privateKey, let ca else {
            throw ValidationError("--server: '\(address)' is not HOST:PORT")
        }
        return ClientConfiguration(
            host: host, port: port, certificate: certificate, privateKey: privateKey, authority: ca,
            clientName: "tamga-load")
    }
}

/// How much of what, and for how long.
struct RateOptions: ParsableArguments {
    @Option(help: "Arrivals a second, all classes together; with --step-search the first rate tried.")
    var rate = 20.0
    @Option(help: "Seconds of the load, or of a step at least.")
    var seconds = 30.0
    @Option(help: "Seconds of load before, whose latencies are thrown away.")
    var warmUp = 2.0
    @Option(help: "Weights of the classes that arrive: border, enrolment, bulk, verification.")
    var mix = "border=80,verification=10,enrolment=5,bulk=5"
    @Option(help: "The latency goal, for example 100ms or 1.5s: 99 of 100 requests sent are answered within it.")
    var goalP99 = "100ms"
    @Option(help: "The class that the goal is for.")
    var goalClass = "border"
    @Flag(help: "Search for the highest rate that holds the goal.")
    var stepSearch = false
    @Option(help: "How near the search comes, a share: 0.005 to 1.")
    var precision = 0.05
    @Option(help: "Afterwards, load of so many times the rate given or found: 1 to 100.")
    var overload: Double?
    @Option(help: "Connections that carry the load, 1 to 4096.")
    var connections = 16
    @Option(help: "Connections held open beside it, 0 to 60000.")
    var idle = 0
    @Option(
        name: .customLong("with"),
        help: "bulk=flat-out: bulk workers beside the arrivals that send the next as soon as they are answered.")
    var beside: String?
    @Option(help: "How many of these workers, 1 to 1024.")
    var bulkWorkers = 4
    @Option(help: "Seconds to wait for the last answers of a stretch; what has none by then is lost.")
    var drain = 30.0

    @Option(help: "Milliseconds after which an answer is of no use, told to the server with each request; none by default.")
    var deadline: UInt32?
    @Flag(help: "Requests do not name their class: the server takes it as it thinks fit.")
    var noClasses = false

    func goal() throws(LoadError) -> LatencyGoal {
        guard let kind = LoadClass(rawValue: goalClass), LoadClass.arriving.contains(kind) else {
            throw LoadError(
                "goal-class", "'\(goalClass)' is no class",
                limit: LoadClass.arriving.map(\.rawValue).joined(separator: ", "))
        }
        return try LatencyGoal(kind, parsing: goalP99)
    }

    func set(_ options: inout LoadOptions) throws(LoadError) {
        (options.rate, options.seconds, options.warmUp) = (rate, seconds, warmUp)
        options.mix = try Mix(parsing: mix)
        options.mode = stepSearch ? .search(precision: precision) : .fixed
        (options.overload, options.connections, options.idle) = (overload, connections, idle)
        options.drain = drain
        (options.terms.deadlineMilliseconds, options.terms.namesClasses) = (deadline, !noClasses)
        if let deadline, !WireLimits.deadlineMilliseconds.contains(Int(deadline)) {
            throw LoadError("deadline", "\(deadline) ms", limit: "\(WireLimits.deadlineMilliseconds) ms")
        }
        guard let beside else { return }
        guard beside == "bulk=flat-out" else { throw LoadError("with", "'\(beside)'", limit: "bulk=flat-out") }
        guard LoadLimits.workers.contains(bulkWorkers) else {
            throw LoadError("bulk-workers", "\(bulkWorkers)", limit: "\(LoadLimits.workers)")
        }
        options.bulkWorkers = bulkWorkers
    }
}

/// Who is enrolled, and who comes.
struct PersonOptions: ParsableArguments {
    @Option(help: "Persons enrolled before the load, 1 to 10000000.")
    var persons = 1_000
    @Option(help: "Fingers of each, 1 to 10.")
    var fingers = 10
    @Flag(help: "Enrol nobody before: the server has the persons of this seed from an earlier run.")
    var noEnrol = false
    @Option(help: "What the persons follow from.")
    var seed: UInt64 = 1
    @Option(help: "What arrivals, probes and newcomers follow from; a random one where it is not given.")
    var run: UInt64?
    @Option(help: "How much impressions differ from their finger: easy, normal or hard.")
    var difficulty = SynthesisDifficulty.easy
    @Option(help: "Probes drawn beforehand for each class, 1 to 100000.")
    var pool = 200
    @Option(help: "Share of searches and verifications by somebody not enrolled, 0 to 1.")
    var strangers = 0.25
    @Option(help: "The false positive identification rate that searches ask for, 1e-9 to 0.999999999.")
    var fpir = 1e-6
    @Flag(help: "Newcomers are registered, with a search and a decision, instead of enrolled without.")
    var registering = false

    func validate() throws {
        guard (1e-9...0.999_999_999).contains(fpir) else {
            throw ValidationError("--fpir: \(fpir), allowed: 1e-9...0.999999999")
        }
    }

    func set(_ options: inout LoadOptions) {
        (options.persons, options.fingers, options.enrols) = (persons, fingers, !noEnrol)
        (options.seed, options.difficulty) = (seed, difficulty)
        (options.probes.count, options.probes.strangers) = (pool, strangers)
        options.probes.targetFPIR = UInt32((fpir * 1e9).rounded())
        options.probes.registers = registering
    }
}

extension SynthesisDifficulty: ExpressibleByArgument {}

/// Where the report goes.
struct OutputOptions: ParsableArguments {
    @Option(help: "A file for the report as JSON.")
    var json: String?
    @Option(help: "A file for the report as HTML.")
    var html: String?
    @Flag(help: "Only the summary at the end.")
    var quiet = false

    func write(_ report: LoadReport) throws {
        if let json { try report.json.data().write(to: URL(fileURLWithPath: json)) }
        if let html { try Data(LoadPage(report).html.utf8).write(to: URL(fileURLWithPath: html)) }
    }
}
