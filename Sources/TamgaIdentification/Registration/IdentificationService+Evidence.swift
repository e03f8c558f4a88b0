import TamgaGallery
import TamgaMatcher
import TamgaRegistry
import TamgaTemplates

extension IdentificationService {
    /// The evidence of a search as it stands against the newest state of the gallery.
    ///
    /// Whoever came or changed after the snapshot that was searched is compared one to one, whoever went is left out:
    /// so that on the queue of changes, where nothing comes in between, the evidence is that of a search made now.
    ///
    /// - Returns: nil where more came than can be compared, and the search has to be made again.
    func evidence(
        of presented: Presented, _ search: SearchResult, claims: ClaimedIdentity, _ gallery: Gallery,
        atMost limit: Int
    ) throws(IdentificationError) -> Evidence? {
        guard let arrivals = try arrivals().since(search.snapshot), arrivals.count <= limit else { return nil }
        var evidence = Evidence(search, factor: verdictPolicy.doubtfulFactor)
        evidence.candidates.removeAll { !gallery.contains($0.person) }
        // Whom the search has recognised needs no further look: several persons with these fingers were found by the
        // search, or will be by the next one.
        let isKnown = evidence.candidates.contains { evidence.threshold.isReached(by: $0.score) }
        let coverage = Coverage(presented.probe.fingers.map(\.position), least: parameters.search.leastShared)
        for person in isKnown ? arrivals.filter(evidence.lists) : arrivals {
            evidence.take(person, try compared(presented.probe, with: person, gallery))
            guard let known = gallery.find(person)?.person else { continue }
            let positions = PositionSet(known.references.map(\.position))
            if !coverage.reaches(positions) { evidence.takeUncovered(coverage.lacks(positions)) }
        }
        for person in claims.holders where !evidence.recognises(person) {
            guard let match = try compared(presented.probe, with: person, gallery) else { continue }
            evidence.claimed.append(
                FingerHit(
                    person: person, score: match.score, swap: match.swap, registered: Self.positions(person, gallery)))
        }
        return evidence
    }

    /// Nil where the person is not in the gallery any more.
    private func compared(
        _ probe: Probe, with person: PersonID, _ gallery: Gallery
    ) throws(IdentificationError) -> PersonMatch? {
        do throws(GalleryError) {
            return try gallery.compare(
                probe.fingers, with: person, positions: .lookForSwaps, parameters: parameters.search).match
        } catch {
            guard error.code == .personUnknown else { throw IdentificationError(error) }
            return nil
        }
    }

    /// The fingers that are registered of a person.
    static func positions(_ person: PersonID, _ gallery: Gallery) -> Set<FingerPosition> {
        Set(gallery.find(person)?.person.references.map(\.position) ?? []).filter { !$0.isPalm && $0.isNamed }
    }
}
