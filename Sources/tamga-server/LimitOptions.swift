import ArgumentParser
import TamgaServer

/// The limits of the server, by name.
struct LimitOptions: ParsableArguments {
    @Option(
        name: .customLong("limit"), parsing: .singleValue,
        help: ArgumentHelp(
            "A limit, as idle-time=60000; may be repeated. `tamga-server limits` lists them.", valueName: "name=value"))
    var settings: [String] = []

    func validate() throws {
        do { try limits().check() } catch { throw ValidationError("--limit: \(error)") }
    }

    /// The usual ones, with what was set.
    func limits() throws(ServerError) -> ServerLimits {
        var limits = ServerLimits()
        for setting in settings { try limits.set(setting) }
        return limits
    }
}
