import TamgaIdentification
import Testing

/// The rules of testing shards, by hand.
@Suite struct CanaryRoundsTests {
    private static let second: UInt64 = 1_000_000

    @Test func shardsTakeTurnsOverTheInterval() {
        var rounds = CanaryRounds(shards: 4, interval: 8 * Self.second, now: 100)
        var seen: [String] = []
        for tick in 0..<17 as Range<UInt64> {
            let now = 100 + tick * Self.second
            for action in rounds.tick(at: now) {
                guard case .search(let shard, let probe) = action else { continue }
                seen.append("\(tick): \(shard) by \(probe)")
                #expect(rounds.answered(shard, isFound: true, at: now) == [])
            }
        }
        #expect(
            seen == [
                "0: 0 by 0", "2: 1 by 0", "4: 2 by 0", "6: 3 by 0", "8: 0 by 1", "10: 1 by 1", "12: 2 by 1",
                "14: 3 by 1", "16: 0 by 2",
            ])
    }

    @Test func oneMissFencesAndThreeFindsLift() {
        var rounds = CanaryRounds(shards: 2, interval: 10, now: 0)
        #expect(rounds.answered(1, isFound: false, at: 1) == [.fence(shard: 1, .missed)])
        #expect(rounds.shards.map(\.isFenced) == [false, true])
        #expect(rounds.answered(1, isFound: nil, at: 2) == [])
        for time in 3...4 as ClosedRange<UInt64> { #expect(rounds.answered(1, isFound: true, at: time) == []) }
        #expect(rounds.answered(1, isFound: false, at: 5) == [])
        for time in 6...7 as ClosedRange<UInt64> { #expect(rounds.answered(1, isFound: true, at: time) == []) }
        #expect(rounds.shards[1].isFenced)
        #expect(rounds.answered(1, isFound: true, at: 8) == [.lift(shard: 1)])
        #expect(rounds.shards[1].isFenced == false && rounds.shards[1].lastFound == 8)
        #expect(rounds.shards[1].answered == 8 && rounds.shards[1].missed == 3)
        #expect(rounds.shards[0] == CanaryRounds(shards: 2, interval: 10, now: 0).shards[0])
    }

    @Test func aFailedSearchFences() {
        var rounds = CanaryRounds(shards: 1, interval: 10, now: 0)
        #expect(rounds.answered(0, isFound: nil, at: 1) == [.fence(shard: 0, .failed)])
    }

    @Test func whoDoesNotAnswerIsFencedAndNotAskedAgain() {
        var rounds = CanaryRounds(shards: 1, interval: Self.second, now: 0)
        #expect(rounds.tick(at: 0) == [.search(shard: 0, probe: 0)])
        for second in 1..<60 as Range<UInt64> { #expect(rounds.tick(at: second * Self.second) == []) }
        #expect(rounds.tick(at: CanaryRounds.patience - 1) == [])
        #expect(rounds.tick(at: CanaryRounds.patience) == [.fence(shard: 0, .overdue)])
        #expect(rounds.tick(at: 2 * CanaryRounds.patience) == [])
        // The answer that comes at last is the first of three.
        let late = 3 * CanaryRounds.patience
        #expect(rounds.answered(0, isFound: true, at: late) == [])
        #expect(rounds.tick(at: late) == [.search(shard: 0, probe: 1)])
        #expect(rounds.answered(0, isFound: true, at: late) == [])
        #expect(rounds.answered(0, isFound: true, at: late) == [.lift(shard: 0)])
    }

    /// A program that stood still, as a whole, has no shard that failed.
    @Test func aStandstillFencesNobody() {
        var rounds = CanaryRounds(shards: 1, interval: Self.second, now: 0)
        #expect(rounds.tick(at: 0) == [.search(shard: 0, probe: 0)])
        let later = 100 * CanaryRounds.patience
        #expect(rounds.tick(at: later) == [])
        for second in 1..<60 as Range<UInt64> { #expect(rounds.tick(at: later + second * Self.second) == []) }
        #expect(rounds.tick(at: later + CanaryRounds.patience) == [.fence(shard: 0, .overdue)])
    }

    /// After a pause of the whole program there is one search of each shard, not one for every round that was missed.
    @Test func missedRoundsAreNotMadeUpFor() {
        var rounds = CanaryRounds(shards: 1, interval: Self.second, now: 0)
        #expect(rounds.tick(at: 0).count == 1)
        _ = rounds.answered(0, isFound: true, at: 0)
        let later = 1_000 * Self.second
        #expect(rounds.tick(at: later).count == 1)
        _ = rounds.answered(0, isFound: true, at: later)
        #expect(rounds.tick(at: later).isEmpty && rounds.tick(at: later + Self.second / 2).count == 1)
    }
}
