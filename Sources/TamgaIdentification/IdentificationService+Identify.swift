import TamgaGallery
import TamgaMatcher
import TamgaRegistry

extension IdentificationService {
    /// Searches the whole gallery for the persons whose fingers these are; exact for the snapshot it names.
    ///
    /// Persons whose score says nothing (`parameters.search.floor`) are not listed: an empty list is an answer. Those
    /// whose score reaches the threshold are marked as hits.
    ///
    /// - Throws: `.limitExceeded`, or what is wrong with a record: see ``IdentificationError/Code``; `.overloaded`,
    ///   `.deadlineExceeded`, `.cancelled` by its terms.
    public func identify(
        _ request: IdentificationRequest, _ terms: RequestTerms = RequestTerms()
    ) async throws(IdentificationError) -> Identification {
        let start = clock.monotonicMicroseconds()
        let candidates = request.maximumCandidates ?? parameters.maximumCandidates
        try FingerIntake.check(candidates, "maximumCandidates", within: IdentificationLimits.candidates)
        let rotation = try rotation(request.maximumRotation)
        let target = try target(request.targetFPIR)
        let gallery = try gallery()
        let (crew, search, positions) = (crew, parameters.search, request.positions ?? parameters.positions)
        let quality = parameters.probeQuality
        let (probe, result) = try await compute(terms) { () async throws(IdentificationError) in
            var lap = self.lap
            let probe = try await Probe(request.fingers, quality, crew, terms.urgency)
            lap.end(.decode)
            do throws(GalleryError) {
                let result = try await gallery.find(
                    for: probe.fingers, maximumCandidates: candidates, maximumRotation: rotation,
                    target: target, positions: positions, urgency: terms.urgency, parameters: search,
                    stop: terms.stop)
                lap.end(.search)
                return (probe, result)
            } catch { throw IdentificationError(error) }
        }
        return Identification(
            candidates: result.candidates.enumerated().map { index, candidate in
                RankedPerson(
                    person: candidate.person.text, rank: index + 1, score: candidate.score,
                    isHit: result.threshold.isReached(by: candidate.score), swap: candidate.swap,
                    fingers: probe.comparisons(candidate.fingers))
            },
            searched: result.searched, gallery: result.gallery, fencedPersons: result.fencedPersons,
            snapshot: result.snapshot, rotation: result.rotation.steps, decision: HitDecision(result),
            matcher: Matcher.version, microseconds: microseconds(since: start), warnings: probe.warnings)
    }

    /// What a request asks for, or else what the service is set to.
    func target(_ rate: Double?) throws(IdentificationError) -> TargetFPIR {
        let rate = rate ?? parameters.targetFPIR
        guard let target = TargetFPIR(rate) else {
            throw IdentificationError(
                .limitExceeded, field: "targetFPIR", "\(rate)",
                limit: "\(TargetFPIR.allowed.lowerBound) to \(TargetFPIR.allowed.upperBound)")
        }
        return target
    }

    /// What a request allows, or else what the service does.
    func rotation(_ steps: Int?) throws(IdentificationError) -> Rotation {
        let steps = steps ?? parameters.maximumRotation
        guard let rotation = Rotation(steps: steps) else {
            throw IdentificationError(
                .limitExceeded, field: "maximumRotation", "\(steps)",
                limit: "\(IdentificationLimits.rotation.lowerBound) to \(IdentificationLimits.rotation.upperBound)")
        }
        return rotation
    }
}
