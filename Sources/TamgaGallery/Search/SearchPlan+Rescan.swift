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
        let rows = await means.crew.map(tallies.count, grain: Self.personsAtOnce, urgency) { worker, index in
            guard !onlyUnseen || tallies.evidence.counts[index] == 0 else { return ScoredRow?.none }
            return means.benches[worker].tools.withLock { mostAlike(tallies.persons[index], finger, views, &$0) }
        }
        var moments = ScoreMoments()
        for case let row? in rows { moments.add(row.score) }
        effort.add(scans: moments.count * views.count)
        return Rescanned(rows: rows, moments: moments)
    }

    private static let personsAtOnce = 256

    private func mostAlike(
        _ person: PersonKey, _ finger: PreparedProbe.Finger, _ views: [ProbeLanes], _ tools: inout Tools
    ) -> ScoredRow? {
        let slot = slots[person.slot]
        var best: ScoredRow?
        for address in slot.rows(of: Int(person.owner)) where finger.position.mayEqual(address.position) {
            let score = tools.score(views, slot.block(address), row: address.row)
            // In the order of enrolment: of two that are equally alike the first stays.
            if score > best?.score ?? -1 {
                best = ScoredRow(score: score, key: RowKey(slot: person.slot, address: address))
            }
        }
        return best
    }
}
