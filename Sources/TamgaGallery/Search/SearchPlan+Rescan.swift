import Synchronization
import TamgaKernels
import TamgaMatcher
import TamgaTemplates

/// Stage 1 for the persons that other fingers left: their templates one by one, wherever they lie.
extension SearchPlan {
    struct Rescanned: Sendable {
        /// For each person the template most like the finger, or nil where there is none to compare.
        var rows: [ScoredRow?]
        var moments: ScoreMoments
    }

    func rescan(
        _ tallies: Tallies, _ finger: PreparedProbe.Finger, _ look: Look, onlyUnseen: Bool
    ) async -> Rescanned {
        let views = finger.lanes(within: look.rotation)
        let parts = (tallies.count + Self.personsAtOnce - 1) / Self.personsAtOnce
        let rows = await means.crew.map(parts, urgency) { worker, part in
            let first = part * Self.personsAtOnce
            let range = first..<min(tallies.count, first + Self.personsAtOnce)
            return means.benches[worker].tools.withLock { tools in
                rescan(range, of: tallies, finger, views.map(\.unshared), onlyUnseen: onlyUnseen, &tools)
            }
        }.flatMap(\.self)
        var moments = ScoreMoments()
        for case let row? in rows { moments.add(row.score) }
        effort.add(scans: moments.count * views.count)
        return Rescanned(rows: rows, moments: moments)
    }

    private static let personsAtOnce = 256

    /// Some persons, who mostly lie side by side: of each the template most like the finger.
    private func rescan(
        _ range: Range<Int>, of tallies: Tallies, _ finger: PreparedProbe.Finger, _ views: [ProbeLanes],
        onlyUnseen: Bool, _ tools: inout Tools
    ) -> [ScoredRow?] {
        let positions = PositionSet(FingerPosition.allCases.filter(finger.position.mayEqual))
        var reader = RowReader(slots)
        return range.map { index in
            guard !onlyUnseen || tallies.evidence.counts[index] == 0 else { return nil }
            let person = tallies.persons[index]
            reader.move(to: person.slot)
            return mostAlike(person, positions, views, &reader, &tools)
        }
    }

    private func mostAlike(
        _ person: PersonKey, _ positions: PositionSet, _ views: [ProbeLanes], _ reader: inout RowReader,
        _ tools: inout Tools
    ) -> ScoredRow? {
        var best: ScoredRow?
        for place in reader.slot.addressRange(of: Int(person.owner)) {
            let address = reader.slot.address(place)
            guard positions.contains(address.position) else { continue }
            let score = tools.score(views, reader.block(of: address), row: address.row)
            // In the order of enrolment: of two that are equally alike the first stays.
            if score > best?.score ?? -1 {
                best = ScoredRow(score: score, key: RowKey(slot: person.slot, address: address))
            }
        }
        return best
    }
}
