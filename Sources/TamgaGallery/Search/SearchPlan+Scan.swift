import TamgaMatcher
import TamgaTemplates

/// Stage 1: S1 against every template that a finger of the probe may equal.
extension SearchPlan {
    /// What a scan of everything came to: the best rows, in no order, and the moments of all scores.
    struct Scanned: Sendable {
        var rows: [ScoredRow] = []
        var moments = ScoreMoments()
    }

    /// One finger against all templates; the cut is one over the whole snapshot, with equal scores by number.
    func scan(_ finger: PreparedProbe.Finger, within rotation: Rotation, wanted: Int) async -> Scanned {
        let positions = PositionSet(FingerPosition.allCases.filter(finger.position.mayEqual))
        let parts = slots.parts(of: positions)
        guard !parts.isEmpty else { return Scanned() }
        let views = finger.lanes(within: rotation)
        let scan = await withCheckedContinuation { continuation in
            let scan = Scan(
                views, parts, in: slots, wanted: wanted, workers: means.crew.workers, tally: means.tally, stop: stop
            ) {
                continuation.resume(returning: $0)
            }
            let board = means.boards[urgency.rawValue]
            board.add(scan)
            means.crew.add(board, urgency)
        }
        return best(wanted, scan.outcome, views: views.count)
    }

    private func best(_ wanted: Int, _ parts: [KeptRows], views: Int) -> Scanned {
        var scanned = Scanned()
        for part in parts { scanned.moments.add(part.moments) }
        effort.add(scans: scanned.moments.count * views)
        let rows = parts.flatMap(\.rows)
        let chosen = BestOf.indices(wanted, of: rows.map { Float($0.score) }) { one, other in
            order(rows[one].key) < order(rows[other].key)
        }
        scanned.rows = chosen.map { rows[$0] }
        return scanned
    }

    /// The order of all templates: the number of the person, then which of the person's templates it is.
    func order(_ key: RowKey) -> (UInt64, Int) {
        let (slot, row) = (slots[key.slot], key.address.row)
        let block = slot.block(key.address)
        return (slot.number(of: block.owner(row)), block.ordinal(row))
    }
}
