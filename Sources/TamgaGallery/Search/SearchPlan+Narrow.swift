import TamgaMatcher
import TamgaTemplates

/// Stage 1 over the fingers of a look: the most telling finger against everybody, the next against those it leaves.
///
/// What is filtered are persons, so that ten fingers cost little more than one. A person without a template of the
/// fingers scanned so far is never dropped: whoever lost a finger is looked for by the others.
extension SearchPlan {
    func narrow(_ look: Look) async -> Tallies {
        let fingers = inOrder(look)
        guard let lead = fingers.first else { return Tallies() }
        let widths = widths(look)
        let scanned = await scan(lead, within: look.rotation, wanted: widths.after(1))
        var tallies = leading(scanned)
        if fingers.count > 1 { await addUnseen(to: &tallies, look, lead) }
        for (index, finger) in fingers.enumerated().dropFirst() {
            // The first few fingers say who is worth a closer look; the others are for those without any of them.
            let isForAll = index < widths.scanned
            guard isForAll || !tallies.unseen.isEmpty else { continue }
            if isStopped { break }
            let found = await rescan(tallies, finger, look, onlyUnseen: !isForAll)
            // Of a few scores alone no mean can be told: those of the first finger, against all, stand in for it.
            tallies.add(found.rows, found.moments.count < Evidence.leastScores ? scanned.moments : found.moments)
            cut(&tallies, to: widths.after(index + 1))
        }
        cut(&tallies, to: widths.reach)
        return tallies
    }

    /// The fingers of a look, the most telling first; but those that too few templates may equal to say how their
    /// scores are spread come last: the first finger's scores, which stand in for theirs, have to be many.
    func inOrder(_ look: Look) -> [PreparedProbe.Finger] {
        let fingers = look.scanned.fingers.inOrderOfTelling
        let counts = fingers.map { finger in shards.reduce(0) { $0 + $1.comparable(with: finger.position) } }
        let enough = min(Evidence.leastScores, counts.max() ?? 0)
        return fingers.indices.filter { counts[$0] >= enough }.map { fingers[$0] }
            + fingers.indices.filter { counts[$0] < enough }.map { fingers[$0] }
    }

    /// Only the best go on, and those of whom nothing is known.
    func cut(_ tallies: inout Tallies, to width: Int) {
        let counts = tallies.evidence.counts
        let seen = counts.indices.filter { counts[$0] > 0 }
        guard seen.count > width else { return }
        let values = tallies.evidence.values
        let persons = tallies.persons
        let chosen = BestOf.indices(width, of: seen.map { values[$0] }) { one, other in
            number(persons[seen[one]]) < number(persons[seen[other]])
        }
        tallies.keep((chosen.map { seen[$0] } + tallies.unseen).sorted())
    }

    /// The persons of the rows that the first finger found, each with the best of theirs.
    private func leading(_ scanned: Scanned) -> Tallies {
        var bySlot = [[Int]](repeating: [], count: slots.slots.count)
        for (index, row) in scanned.rows.enumerated() { bySlot[Int(row.key.slot)].append(index) }
        var tallies = Tallies()
        var found: [ScoredRow?] = []
        for (slot, indices) in bySlot.enumerated() where !indices.isEmpty {
            var best = [Int](repeating: -1, count: slots.slots[slot].personCount)
            for index in indices {
                let owner = self.owner(scanned.rows[index].key)
                if best[owner] < 0 || precedes(scanned.rows[index], scanned.rows[best[owner]]) { best[owner] = index }
            }
            for (owner, index) in best.enumerated() where index >= 0 {
                tallies.append(PersonKey(slot: UInt32(slot), owner: UInt32(owner)))
                found.append(scanned.rows[index])
            }
        }
        tallies.add(found, scanned.moments)
        return tallies
    }

    private func owner(_ key: RowKey) -> Int {
        slots[key.slot].block(key.address).owner(key.address.row)
    }

    private func precedes(_ one: ScoredRow, _ other: ScoredRow) -> Bool {
        one.score != other.score ? one.score > other.score : order(one.key) < order(other.key)
    }

    /// Those who have a template that the look asks for, but none that the first finger was compared with.
    private func addUnseen(to tallies: inout Tallies, _ look: Look, _ lead: PreparedProbe.Finger) async {
        let asked = look.scanned.asked
        let compared = PositionSet(FingerPosition.allCases.filter(lead.position.mayEqual))
        guard shards.reduce(0, { $0 + $1.persons(with: compared) }) < comparable(look) else { return }
        let unseen = await means.crew.map(slots.slots.count, urgency) { _, index in
            let slot = slots.slots[index]
            return (0..<slot.personCount).filter { person in
                let positions = slot.positions(of: person)
                return slot.live[person] && positions.meets(asked) && !positions.meets(compared)
            }.map { PersonKey(slot: UInt32(index), owner: UInt32($0)) }
        }
        for person in unseen.joined() { tallies.append(person) }
    }
}

extension [PreparedProbe.Finger] {
    /// Whatever the gallery: fingers before palms, which fewer persons have and which take many templates each; of
    /// either, the named before those that have to be compared with all; then those with the most to go by.
    fileprivate var inOrderOfTelling: [PreparedProbe.Finger] {
        enumerated().sorted { one, other in
            let (first, second) = (one.element, other.element)
            let (isPalm, isNamed) = (
                (first.position.isPalm, second.position.isPalm), (first.position.isNamed, second.position.isNamed)
            )
            if isPalm.0 != isPalm.1 { return isPalm.1 }
            if isNamed.0 != isNamed.1 { return isNamed.0 }
            return first.telling != second.telling ? first.telling > second.telling : one.offset < other.offset
        }.map(\.element)
    }
}
