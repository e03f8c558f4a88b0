package import TamgaWire

/// What a run came to, as data: what is printed, written as JSON and drawn follows from it.
package struct LoadReport: Sendable {
    /// A step of a search and its stretch.
    package struct Step: Sendable, Hashable {
        package let step: StepSearch.Step
        package let figures: StretchFigures
    }

    /// An overload against the stretch it is a multiple of.
    package struct Overload: Sendable, Hashable {
        package let factor: Double
        package let base: StretchFigures
        package let figures: StretchFigures

        /// Requests of the goal's class answered in time, a second: with the load and with the overload.
        package var goodput: (base: Double, overload: Double) {
            (Self.goodput(base), Self.goodput(figures))
        }

        private static func goodput(_ figures: StretchFigures) -> Double {
            figures[figures.goal.kind]?.goodput ?? 0
        }
    }

    package let options: LoadOptions
    /// The server's figures before the load.
    package let before: Statistics
    /// And after it.
    package var after: Statistics?
    package var warmUp: StretchFigures?
    package private(set) var stretches: [StretchFigures] = []
    package private(set) var steps: [Step] = []
    package var found: StepSearch.Found?
    package private(set) var overload: Overload?
    /// Idle connections held, and how many of them still answered at the end.
    package var idle: (held: Int, alive: Int)?

    package init(_ options: LoadOptions, _ before: Statistics) { (self.options, self.before) = (options, before) }

    package mutating func add(_ figures: StretchFigures) { stretches.append(figures) }

    package mutating func add(_ figures: StretchFigures, step: StepSearch.Step) {
        stretches.append(figures)
        steps.append(Step(step: step, figures: figures))
    }

    package mutating func add(_ figures: StretchFigures, overload factor: Double, of base: StretchFigures) {
        stretches.append(figures)
        overload = Overload(factor: factor, base: base, figures: figures)
    }

    /// The stretch that the run is about: the one at the rate given, or the longest at the rate found. Nil for a
    /// search that found none.
    package var headline: StretchFigures? {
        guard case .search = options.mode else { return stretches.first }
        guard let rate = found?.rate else { return nil }
        let held = steps.filter { $0.step.rate == rate && $0.figures.holds && $0.figures.isTelling }
        return (held.last { $0.step.isConfirmation } ?? held.last)?.figures
    }

    private var all: [StretchFigures] { [warmUp].compactMap(\.self) + stretches }

    /// What must not be, in words; empty where all is well. Refusals and misses are none, the rate found is none.
    package var findings: [String] {
        var findings: [String] = []
        for stretch in all {
            for figures in stretch.classes {
                let place = "\(stretch.name), \(figures.kind.rawValue)"
                if figures.wrong > 0 {
                    findings.append("\(place): \(figures.wrong) wrong: \(figures.findings.joined(separator: "; "))")
                }
                if figures.lost > 0 {
                    let reasons = figures.lostBy.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
                    findings.append("\(place): \(figures.lost) lost: \(reasons.joined(separator: ", "))")
                }
            }
        }
        if let idle, idle.alive < idle.held {
            findings.append("\(idle.held - idle.alive) of \(idle.held) idle connections answer no more")
        }
        return findings
    }

    /// What keeps the figures from being the server's; empty where nothing does.
    package var doubts: [String] {
        stretches.filter(\.tester.wasLate).map { stretch in
            "\(stretch.name) at \(LoadReport.number(stretch.rate)) a second: the tester itself sent late, "
                + "99 % within \(LoadReport.number(stretch.tester.latenessP99)) ms, the worst after "
                + "\(LoadReport.number(stretch.tester.worstLateness)) ms; latencies are not the server's alone"
        }
    }
}
