import TamgaGallery
import TamgaMatcher
import TamgaRegistry

extension IdentificationService {
    /// Compares the fingers given with those of one person; the score is the one a search within the same rotation
    /// gives that person, and the decision is the caller's.
    ///
    /// - Throws: `.personUnknown`, `.badPerson`, `.limitExceeded`, or what is wrong with a record.
    public func verify(_ request: VerificationRequest) async throws(IdentificationError) -> Verification {
        let start = clock.monotonicMicroseconds()
        let person = try PersonID(checking: request.person)
        let rotation = try rotation(request.maximumRotation)
        let gallery = try gallery()
        let (workers, search) = (workers, parameters.search)
        let (probe, found) = try await work.run { () throws(IdentificationError) in
            let probe = try Probe(request.fingers, workers: workers)
            do throws(GalleryError) {
                let found = try gallery.compare(
                    probe.fingers, with: person, maximumRotation: rotation, parameters: search)
                return (probe, found)
            } catch { throw IdentificationError(error) }
        }
        return Verification(
            person: request.person, score: found.match.score, fingers: probe.comparisons(found.match.fingers),
            compared: found.match.compared, snapshot: found.snapshot, rotation: found.match.rotation.steps,
            matcher: Matcher.version, microseconds: microseconds(since: start))
    }
}
