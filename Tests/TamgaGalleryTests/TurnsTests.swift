import TamgaGallery
import Testing

@Suite struct TurnsTests {
    private static let everybody = Turns.Set([.init(.border), .init(.enrolment), .init(.bulk)])

    private func counts(_ waiting: Turns.Set, units: Int, _ turns: inout Turns) -> [Int] {
        var counts = [0, 0, 0]
        for _ in 0..<units {
            guard let next = turns.next(of: waiting) else { return counts }
            counts[next.rawValue] += 1
            turns.served(next)
        }
        return counts
    }

    @Test func sharesAreThoseStated() {
        var turns = Turns()
        let rounds = 10
        let units = Turns.shares.reduce(0, +) * rounds
        #expect(counts(Self.everybody, units: units, &turns) == Turns.shares.map { $0 * rounds })
    }

    /// What one does not want goes to the others, in their proportion.
    @Test func nothingIsKeptBackForWhoHasNothingToDo() {
        var turns = Turns()
        #expect(counts([.init(.enrolment), .init(.bulk)], units: 50, &turns) == [0, 40, 10])
        #expect(counts([.init(.bulk)], units: 50, &turns) == [0, 0, 50])
        #expect(counts([], units: 50, &turns) == [0, 0, 0])
    }

    /// However long the others had everything to themselves.
    @Test(arguments: [1, 1_000]) func whoComesBackIsServedAtOnce(units: Int) {
        var turns = Turns()
        _ = counts([.init(.bulk)], units: units, &turns)
        #expect(turns.next(of: Self.everybody) == .border)
        let share = Turns.shares[0]
        #expect(counts([.init(.border), .init(.bulk)], units: share, &turns)[0] >= share - 1)
    }

    /// A pause earns nothing: who comes back does not shut the others out to make up for it.
    @Test func aPauseEarnsNothing() {
        var turns = Turns()
        _ = counts([.init(.border)], units: 100_000, &turns)
        let counts = counts([.init(.border), .init(.bulk)], units: 170, &turns)
        #expect((9...11).contains(counts[2]))
    }
}
