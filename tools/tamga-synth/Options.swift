public import ArgumentParser
public import TamgaSynthesis
public import TamgaTemplates

extension SynthesisDifficulty: ExpressibleByArgument {}
extension ExtractorHabit: ExpressibleByArgument {}

extension FingerPosition: ExpressibleByArgument {
    public init?(argument: String) { self.init(nameOrCode: argument) }
}

/// Who is made, and how hard.
struct PopulationOptions: ParsableArguments {
    @Option(help: "Number of persons.")
    var persons = 100
    @Option(help: "Number of the first person.")
    var firstPerson = 1
    @Option(help: "Impressions of each finger.")
    var impressions = 2
    @Option(help: "Fingers of each person: codes 1 to this many.")
    var fingers = 10
    @Option(help: "Seed of the population.")
    var seed: UInt64 = 1
    @Option(help: "How much impressions differ from their finger.")
    var difficulty = SynthesisDifficulty.normal
    @Option(help: "What the imagined extractor reports.")
    var habit = ExtractorHabit.coarse
    @Option(help: "Turn fingers by any angle up to so many degrees, instead of the difficulty's own rotation.")
    var maximumRotation: Double?

    func check() throws {
        try require(0...100_000_000, persons, "--persons")
        try require(0...1_000_000_000, firstPerson, "--first-person")
        try require(1...1_000, impressions, "--impressions")
        try require(1...10, fingers, "--fingers")
        try require(0...180, maximumRotation ?? 0, "--maximum-rotation")
    }

    private func require<Value: Comparable>(_ allowed: ClosedRange<Value>, _ value: Value, _ name: String) throws {
        guard allowed.contains(value) else {
            throw ValidationError("\(name) must be from \(allowed.lowerBound) to \(allowed.upperBound).")
        }
    }

    func parameters() -> SynthesisParameters {
        var parameters = difficulty.parameters
        parameters.habit = habit
        if let maximumRotation { parameters.rotation = .uniform(upToDegrees: maximumRotation) }
        return parameters
    }
}

/// Where it goes.
struct OutputOptions: ParsableArguments {
    @Option(name: [.short, .long], help: "Directory to write templates to; made if it is not there.")
    var output: String?
    @Flag(help: "Write into a directory that is not empty, replacing files of the same name.")
    var force = false
    @Flag(help: "Print the summary as JSON.")
    var json = false
    @Option(help: "Draw one finger of the first person and its impressions to an SVG file.")
    var draw: String?
    @Option(help: "The finger to draw, by name or code.")
    var drawFinger = FingerPosition.rightIndex
}
