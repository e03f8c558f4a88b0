import TamgaHarness
import TamgaLoading
import Testing

@Suite struct StepSearchTests {
    /// Runs a search against something that holds what it is asked to by a rule.
    private static func run(
        first: Double, precision: Double = 0.05, steps: Int = LoadLimits.steps,
        _ holds: (StepSearch.Step) -> Bool
    ) throws -> StepSearch {
        var search = try StepSearch(first: first, precision: precision, steps: steps)
        while let step = search.next { search.note(step, held: holds(step)) }
        return search
    }

    /// Whatever the server holds and wherever the search begins, it finds it, to the precision, and confirms it.
    @Test(arguments: [0.5, 7, 19.9, 20, 20.1, 333, 12_345.6])
    func theLimitIsFound(_ capacity: Double) throws {
        for first in [1.0, 20, 500] {
            let search = try Self.run(first: first) { $0.rate <= capacity }
            let found = search.found
            let rate = try #require(found.rate)
            #expect(found.isConfirmed)
            #expect(rate <= capacity && rate * 1.05 >= capacity * 0.999, "\(rate) of \(capacity), from \(first)")
            #expect(search.tried.count <= 24)
        }
    }

    @Test func itBeginsWhereItIsToldDoublesAndHalves() throws {
        let search = try Self.run(first: 10) { $0.rate < 45 }
        #expect(search.tried.prefix(3).map(\.step.rate) == [10, 20, 40])
        #expect(search.tried[3].step.rate == 80 && !search.tried[3].held)
        #expect(search.tried[4].step.rate == (40.0 * 80).squareRoot())
        let down = try Self.run(first: 10) { $0.rate < 3 }
        #expect(down.tried.prefix(3).map(\.step.rate) == [10, 5, 2.5])
    }

    /// The longer try fails: the search goes on below, and what it ends with was confirmed itself.
    @Test func whatDoesNotHoldForLongerIsNotFound() throws {
        let search = try Self.run(first: 10) { $0.rate <= ($0.isConfirmation ? 60 : 100) }
        let found = search.found
        let rate = try #require(found.rate)
        #expect(found.isConfirmed && rate <= 60)
        #expect(search.tried.contains { $0.step.isConfirmation && !$0.held })
    }

    /// A rate above one that failed does not count, though it held.
    @Test func aLuckyStepIsNotBelieved() throws {
        var search = try StepSearch(first: 10)
        search.note(.init(rate: 10, isConfirmation: false), held: true)
        search.note(.init(rate: 80, isConfirmation: false), held: true)
        search.note(.init(rate: 40, isConfirmation: false), held: false)
        #expect(search.found == .init(rate: 10, isConfirmed: false))
        #expect(search.next?.rate == 20)
    }

    @Test func nothingHolds() throws {
        let search = try Self.run(first: 1) { _ in false }
        #expect(search.found == .init(rate: nil, isConfirmed: false))
        #expect(search.tried.last?.step.rate == LoadLimits.rate.lowerBound)
    }

    @Test func allHolds() throws {
        let search = try Self.run(first: 50_000) { _ in true }
        #expect(search.found == .init(rate: LoadLimits.rate.upperBound, isConfirmed: true))
    }

    @Test func itEndsAfterItsStepsAndSaysSo() throws {
        let search = try Self.run(first: 1, steps: 4) { $0.rate < 1_000 }
        #expect(search.tried.count == 4)
        #expect(search.found == .init(rate: 8, isConfirmed: false))
    }

    /// With answers that depend on chance it still ends, with a rate below all that failed.
    @Test func chanceDoesNotKeepItGoing() throws {
        for seed in UInt64(1)...200 {
            var dice = Dice(seed: seed, stream: 0)
            let search = try Self.run(first: 20) { step in
                Double.random(in: 0..<1, using: &dice) < 60 / (60 + step.rate)
            }
            #expect(search.tried.count <= LoadLimits.steps)
            let failed = search.tried.filter { !$0.held }.map(\.step.rate).min() ?? .infinity
            #expect(search.found.rate ?? 0 < failed)
        }
    }

    @Test func stepsAreLongEnoughForTheirPercentile() {
        #expect(StepSearch.seconds(least: 10, rate: 100) == 10)
        #expect(StepSearch.seconds(least: 10, rate: 20) == 25)
        #expect(StepSearch.seconds(least: 10, rate: 0.1) == 60, "no longer than so")
    }

    /// Two requests that were fast are no proof: a search does not go where steps have too few.
    @Test func ratesWithTooFewRequestsAreNotTried() throws {
        let range = try StepSearch.range(least: 10, share: 0.5, first: 20)
        #expect(range.lowerBound == 5 && range.upperBound == LoadLimits.rate.upperBound)
        #expect(throws: LoadError.self) { try StepSearch.range(least: 10, share: 0.5, first: 4.9) }
        #expect(throws: LoadError.self) { try StepSearch.range(least: 1e-6, share: 0.5, first: 20) }
        let slowest = StepSearch.seconds(least: 10, rate: range.lowerBound * 0.5) * range.lowerBound * 0.5
        #expect(slowest == LoadLimits.fewestExpected)
        var search = try StepSearch(first: 20, range: range)
        while let step = search.next { search.note(step, held: false) }
        #expect(search.tried.map(\.step.rate) == [20, 10, 5] && search.found.rate == nil)
    }

    @Test func whatCannotBeSearchedIsRefused() {
        #expect(throws: LoadError.self) { try StepSearch(first: 0) }
        #expect(throws: LoadError.self) { try StepSearch(first: 10, precision: 0) }
        #expect(throws: LoadError.self) { try StepSearch(first: 10, precision: .nan) }
    }
}
