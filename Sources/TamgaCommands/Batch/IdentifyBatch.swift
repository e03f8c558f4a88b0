internal import TamgaClient
internal import TamgaWire

/// Identifies every probe of a folder, several at a time, and prints the answers in order of the probes' names.
package struct IdentifyBatch: Sendable {
    package var folder: String
    package var plan: BatchPlan
    package var options: SearchOptions
    /// Requests to have in flight, within what the server takes.
    package var inFlight: Int
    /// Whether the summary is also the last JSON line.
    package var hasSummaryLine: Bool

    package init(
        folder: String, plan: BatchPlan, options: SearchOptions, inFlight: Int, hasSummaryLine: Bool
    ) {
        self.folder = folder
        self.plan = plan
        self.options = options
        self.inFlight = inFlight
        self.hasSummaryLine = hasSummaryLine
    }

    /// - Throws: ``CommandError`` where the server can no longer be reached; what was answered has been printed.
    package func run(
        _ station: some Station, _ console: Console, _ stopwatch: Stopwatch
    ) async throws -> CommandStatus {
        try plan.announce(console)
        var tally = IdentifyTally()
        let width = plan.items.map(\.name.count).max() ?? 0
        let (folder, options) = (folder, options)
        var stop: CommandError?
        let done = await pipelined(plan.items, inFlight: station.inFlight(inFlight)) { item in
            await item.ask(in: folder, stopwatch) { fingers throws(ClientError) in
                try await station.identify(options.identify(fingers))
            }
        } emit: { item, outcome in
            switch outcome.result {
            case .success(let answer):
                tally.add(answer, mate: item.person, seconds: outcome.seconds)
                let space = String(repeating: " ", count: width - item.name.count)
                console.answer(answer.json(probe: item.name), "\(item.name)\(space)  \(answer.line)")
            case .failure(let error):
                console.report(error, ("probe", item.name))
                if error.status == .unreachable { stop = stop ?? error } else { tally.addRefusal() }
            }
            return stop == nil
        }
        if let stop { throw plan.stopped(by: stop, after: done) }
        let seconds = stopwatch.seconds()
        console.note(tally.text(seconds: seconds))
        if hasSummaryLine { console.say(tally.json(seconds: seconds).text) }
        return tally.refused > 0 ? .refused : .done
    }
}

extension BatchPlan {
    /// Names the files that do not fit; nothing is left out in silence.
    ///
    /// - Throws: ``CommandError`` of status `usage` where nothing is left to send.
    func announce(_ console: Console) throws(CommandError) {
        for misfit in misfits { console.note("tamga: \(misfit.name) does not fit the layout: \(misfit.reason)") }
        if !misfits.isEmpty { console.note("tamga: files that do not fit the layout: \(misfits.count)") }
        if leftOut > 0 { console.note("tamga: files of other impressions or fingers, left out: \(leftOut)") }
        guard !items.isEmpty else { throw .usage("no file of the folder is chosen", field: "--layout") }
    }

    /// The error a batch ends with when the server can no longer be reached; each request was reported by itself.
    func stopped(by error: CommandError, after done: Int) -> CommandError {
        var stopped = error
        stopped.message = "stopped, \(items.count - done) of \(items.count) not tried: \(error.message)"
        return stopped
    }
}
