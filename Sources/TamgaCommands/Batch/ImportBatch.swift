internal import TamgaClient
internal import TamgaWire

/// Enrols every person of a folder, several at a time; a person who is refused does not stop the others.
package struct ImportBatch: Sendable {
    package var folder: String
    package var plan: BatchPlan
    /// Requests to have in flight, within what the server takes.
    package var inFlight: Int

    package init(folder: String, plan: BatchPlan, inFlight: Int) {
        self.folder = folder
        self.plan = plan
        self.inFlight = inFlight
    }

    /// - Throws: ``CommandError`` where the server can no longer be reached; what was done has been printed.
    package func run(
        _ station: some Station, _ console: Console, _ stopwatch: Stopwatch
    ) async throws -> CommandStatus {
        try plan.announce(console)
        var tally = ImportTally(misfits: plan.misfits, leftOut: plan.leftOut)
        var progress = Progress(total: plan.items.count, unit: "persons", isTerminal: console.isTerminal)
        let folder = folder
        defer { finish(tally, progress, console, stopwatch) }
        var stop: CommandError?
        let done = await pipelined(plan.items, inFlight: station.inFlight(inFlight)) { item in
            await item.ask(in: folder, stopwatch) { fingers throws(ClientError) in
                try await station.enrol(person: item.person, fingers: fingers)
            }
        } emit: { item, outcome in
            if case .failure(let error) = outcome.result {
                console.draw(progress.clearing)
                console.report(error, ("person", item.person))
                if error.status == .unreachable { stop = stop ?? error }
            }
            tally.add(item, outcome.result)
            if let drawing = progress.update(done: tally.persons, seconds: stopwatch.seconds()) {
                console.draw(drawing)
            }
            return stop == nil
        }
        if let stop { throw plan.stopped(by: stop, after: done) }
        return tally.refusals.isEmpty ? .done : .refused
    }

    private func finish(_ tally: ImportTally, _ progress: Progress, _ console: Console, _ stopwatch: Stopwatch) {
        console.draw(progress.clearing)
        let seconds = stopwatch.seconds()
        console.answer(tally.json(seconds: seconds), tally.text(seconds: seconds))
    }
}
