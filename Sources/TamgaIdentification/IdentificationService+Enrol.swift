import TamgaGallery
import TamgaRegistry

extension IdentificationService {
    /// Registers a person; answered once the change is durable and in the gallery.
    ///
    /// - Throws: `.personExists` for a person who is registered (never an overwrite), `.badPerson`, `.galleryFull`,
    ///   `.storageFailed`, or what is wrong with a record: see ``IdentificationError/Code``; `.overloaded`,
    ///   `.deadlineExceeded`, `.cancelled` by its terms. Nothing is changed then.
    public func enrol(
        _ request: EnrolmentRequest, _ terms: RequestTerms = .enrolment
    ) async throws(IdentificationError) -> Enrolment {
        let start = clock.monotonicMicroseconds()
        let enrollee = try await enrollee(request.person, request.fingers, request.author, terms)
        try check(terms)
        let done = try await change(.enrol(enrollee))
        return Enrolment(
            person: request.person, sequence: done.sequence, snapshot: done.snapshot, references: done.references,
            microseconds: microseconds(since: start), warnings: enrollee.warnings)
    }

    /// Reads and describes what a change brings, on the threads for that.
    func enrollee(
        _ person: String, _ fingers: [FingerSubmission], _ author: Author, _ terms: RequestTerms
    ) async throws(IdentificationError) -> Enrollee {
        _ = try gallery()
        let (crew, quality) = (crew, parameters.enrolmentQuality)
        let registrar = try registrar()
        return try await compute(terms) { () async throws(IdentificationError) in
            var lap = self.lap
            var enrollee = try await Enrollee(person, fingers, quality, crew, terms.urgency)
            enrollee.author = author
            lap.end(.decode)
            enrollee.watch = try await self.watch(enrollee.probe, registrar, terms.urgency)
            lap.end(.watch)
            return enrollee
        }
    }
}
