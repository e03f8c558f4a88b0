import TamgaGallery
import TamgaMatcher
import TamgaRegistry

extension IdentificationService {
    /// Compares the fingers given with those of one person; the decision is the caller's. Exchanged hands and fingers
    /// are looked for unless the request says otherwise, and named in the answer.
    ///
    /// - Throws: `.personUnknown`, `.badPerson`, `.limitExceeded`, or what is wrong with a record; `.overloaded`,
    ///   `.deadlineExceeded`, `.cancelled` by its terms.
    public func verify(
        _ request: VerificationRequest, _ terms: RequestTerms = RequestTerms()
    ) async throws(IdentificationError) -> Verification {
        let start = clock.monotonicMicroseconds()
        let person = try PersonID(checking: request.person)
        let rotation = try rotation(request.maximumRotation)
        let gallery = try gallery()
        let (crew, search, positions) = (crew, parameters.search, request.positions ?? parameters.positions)
        let quality = parameters.probeQuality
        let (probe, found) = try await compute(terms) { () async throws(IdentificationError) in
            var lap = self.lap
            let probe = try await Probe(request.fingers, quality, crew, terms.urgency)
            lap.end(.decode)
            do throws(GalleryError) {
                let found = try gallery.compare(
                    probe.fingers, with: person, maximumRotation: rotation, positions: positions, parameters: search)
                lap.end(.compare)
                return (probe, found)
            } catch { throw IdentificationError(error) }
        }
        return Verification(
            person: request.person, score: found.match.score, fingers: probe.comparisons(found.match.fingers),
            swap: found.match.swap, compared: found.match.compared, snapshot: found.snapshot,
            rotation: found.match.rotation.steps,
            matcher: Matcher.version, microseconds: microseconds(since: start), warnings: probe.warnings)
    }
}
