package import TamgaMatcher
package import TamgaRegistry

/// Where a mate stands after the stages before B: what the widths of a search are chosen by.
package struct StageRanks: Hashable, Sendable {
    /// Templates that S1 puts before the mate's best, 0 for none; nil where the mate has none to compare.
    package let scan: Int?
    /// Of those that S1 puts first, how many S3 puts before it; nil where it is not among them.
    package let geometry: Int?
    /// The same by what S1 and S3 say together.
    package let both: Int?
    /// Of those that S1 puts first, how many S4 puts before it.
    package let overlay: Int?

    static let none = StageRanks(scan: nil, geometry: nil, both: nil, overlay: nil)
}

extension Gallery {
    /// The ranks of a person by one finger of one view, within a rotation.
    ///
    /// - Parameter survivors: templates that are passed on to S3 and S4.
    package func stageRanks(
        of person: PersonID, for finger: ProbeFinger, within rotation: Rotation, survivors: Int
    ) throws(GalleryError) -> StageRanks {
        let probe = try PreparedProbe([finger])
        let snapshot = snapshot()
        let plan = SearchPlan(probe, in: snapshot, means, .bulk, SearchParameters())
        return means.crew.wait(.bulk) { await plan.ranks(of: person, within: rotation, survivors: survivors) }
    }
}

extension SearchPlan {
    fileprivate func ranks(of person: PersonID, within rotation: Rotation, survivors: Int) async -> StageRanks {
        let finger = probe.fingers[0]
        let everything = shards.reduce(0) { $0 + $1.references }
        let scanned = await self.scan(finger, within: rotation, wanted: everything)
        var rows = scanned.rows
        rows.sort { $0.score > $1.score }
        func isMate(_ row: ScoredRow) -> Bool {
            let slot = slots[row.key.slot]
            return slot.segment.isNamed(slot.block(row.key.address).owner(row.key.address.row), person)
        }
        guard let scan = rows.firstIndex(where: isMate) else { return .none }
        guard scan < survivors else { return StageRanks(scan: scan, geometry: nil, both: nil, overlay: nil) }
        let kept = rows.prefix(survivors).map { RowKey?.some($0.key) }
        let scores = await self.scores(Matcher.preselect, finger, kept, rotation)
        let overlays = await self.scores(Matcher.overlay, finger, kept, rotation)
        let own = (scores[scan] ?? 0, overlays[scan] ?? 0)
        let moments = ScoreMoments(scores)
        let together = zip(rows, scores).map { row, score in
            scanned.moments.standard(row.score) + moments.standard(score ?? 0)
        }
        return StageRanks(
            scan: scan, geometry: scores.count { ($0 ?? 0) > own.0 }, both: together.count { $0 > together[scan] },
            overlay: overlays.count { ($0 ?? 0) > own.1 })
    }
}
