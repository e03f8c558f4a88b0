import TamgaHarness

/// The stretches of a run, one after the other.
struct Course: Sendable {
    private let options: LoadOptions
    private let bed: Stretch.Bed
    private let show: @Sendable (LoadNews) -> Void
    private var stretches: UInt64 = 0

    init(_ options: LoadOptions, in bed: Stretch.Bed, show: @escaping @Sendable (LoadNews) -> Void) {
        (self.options, self.bed, self.show) = (options, bed, show)
    }

    /// Nanoseconds between two stretches, for the server to come to rest.
    private static let rest: Int64 = 500_000_000
    /// A step that confirms lasts so many times as long as one that seeks.
    private static let confirmation = 2.0

    mutating func run(_ report: inout LoadReport) async throws {
        if options.warmUp > 0 {
            let warm = try await stretch("warm-up", rate: options.rate, seconds: options.warmUp)
            report.warmUp = warm
        }
        switch options.mode {
        case .fixed:
            report.add(try await stretch("load", rate: options.rate, seconds: options.seconds))
        case .search(let precision): try await search(precision, &report)
        }
        guard let factor = options.overload, let base = report.headline, base.rate > 0 else { return }
        report.add(
            try await stretch("overload", rate: base.rate * factor, seconds: options.seconds), overload: factor,
            of: base)
    }

    private mutating func search(_ precision: Double, _ report: inout LoadReport) async throws {
        var search = try StepSearch(first: options.rate, range: try options.searchRange(), precision: precision)
        while let step = search.next {
            let least = options.seconds * (step.isConfirmation ? Self.confirmation : 1)
            let seconds = StepSearch.seconds(least: least, rate: step.rate * options.mix.share(of: options.goal.kind))
            let name = step.isConfirmation ? "confirmation" : "step \(search.tried.count + 1)"
            let figures = try await stretch(name, rate: step.rate, seconds: seconds, givesUp: true)
            search.note(step, held: figures.holds && figures.isTelling)
            report.add(figures, step: step)
        }
        report.found = search.found
    }

    private mutating func stretch(
        _ name: String, rate: Double, seconds: Double, givesUp: Bool = false
    ) async throws(LoadError) -> StretchFigures {
        stretches += 1
        var dice = Dice(seed: options.run, stream: stretches)
        let arrivals = try Arrivals.plan(rate: rate, seconds: seconds, mix: options.mix, using: &dice)
        var plan = Stretch.Plan(name: name, rate: rate, seconds: seconds, arrivals: arrivals, goal: options.goal)
        (plan.givesUp, plan.drain) = (givesUp, options.drain)
        plan.workers = options.bulkWorkers
        await bed.clock.sleep(until: bed.clock.now() + Self.rest)
        let figures = await Stretch(plan, in: bed) { [show] in show(.second($0)) }.run()
        show(.stretch(figures))
        return figures
    }
}
