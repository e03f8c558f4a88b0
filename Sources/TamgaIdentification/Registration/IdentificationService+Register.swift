import TamgaGallery
import TamgaMatcher
import TamgaRegistry
import TamgaTemplates

extension IdentificationService {
    /// Registers somebody if nobody has these fingers and nobody is known by this identity; else says who is.
    ///
    /// One operation, linearizable: of two requests with the same person's fingers at the same instant, from wherever,
    /// exactly one registers and the other is told of it. The search is made beside other work; the decision is made on
    /// the queue of changes, where everybody who came since is compared as well.
    ///
    /// - Throws: `.limitExceeded` or `.invalid` for what the request says, `.keyReused`, `.galleryFull`,
    ///   `.storageFailed`, or what is wrong with a record; `.overloaded`, `.deadlineExceeded`, `.cancelled` by its
    ///   terms. Nothing is changed then.
    public func register(
        _ request: RegistrationRequest, _ terms: RequestTerms = .enrolment
    ) async throws(IdentificationError) -> Assessment {
        let start = clock.monotonicMicroseconds()
        try request.check()
        try checkTarget(of: request)
        let request = request.tidied
        let registrar = try registrar()
        let key = try requestKey(request)
        if let key, let known = try answered(key, registrar) {
            return try replay(known.answer, known.number, claims: request.claims, start)
        }
        for attempt in 1... {
            let isLastTry = attempt >= IdentificationLimits.registrationTries
            let pending = try await search(request, key, terms, isLastTry: isLastTry)
            try check(terms)
            do throws(ChangeRefusal) {
                return try await registered(pending, start)
            } catch {
                switch error {
                case .failed(let error): throw error
                case .stale: continue
                case .answered(let answer, let number):
                    return try replay(answer, number, claims: request.claims, start)
                }
            }
        }
        throw IdentificationError(.storageFailed, "no try was left")
    }

    /// Says who somebody is, and registers nobody: at the border, or before an enrolment. Entry bans in force come with
    /// the answer.
    ///
    /// - Throws: `.limitExceeded` or `.invalid` for what the request says, or what is wrong with a record;
    ///   `.overloaded`, `.deadlineExceeded`, `.cancelled` by its terms.
    public func assess(
        _ request: RegistrationRequest, _ terms: RequestTerms = RequestTerms()
    ) async throws(IdentificationError) -> Assessment {
        let start = clock.monotonicMicroseconds()
        try request.check()
        let (gallery, registrar) = (try gallery(), try registrar())
        for attempt in 1... {
            let isLastTry = attempt >= IdentificationLimits.registrationTries
            let pending = try await search(request, nil, terms, isLastTry: isLastTry)
            guard var assessment = try judge(pending, gallery, registrar)?.assessment else { continue }
            assessment.microseconds = microseconds(since: start)
            return assessment
        }
        throw IdentificationError(.storageFailed, "no try was left")
    }

    /// Reads the fingers and searches the gallery, off the queue of changes.
    private func search(
        _ request: RegistrationRequest, _ key: RequestKey?, _ terms: RequestTerms, isLastTry: Bool
    ) async throws(IdentificationError) -> PendingRegistration {
        let number = try newNumber()
        guard !request.fingers.isEmpty else {
            return PendingRegistration(
                request: request, key: key, presented: nil, search: nil, number: number, isLastTry: isLastTry)
        }
        let (gallery, registrar) = (try gallery(), try registrar())
        let target = try self.target(request.targetFPIR)
        let (crew, search, quality) = (crew, parameters.search, parameters.enrolmentQuality)
        let (presented, result) = try await compute(terms) { () async throws(IdentificationError) in
            var lap = self.lap
            var presented = try await Presented(request.fingers, as: number, quality, crew, terms.urgency)
            try presented.check(notTaken: request.notTaken)
            lap.end(.decode)
            presented.enrollee.watch = try await self.watch(presented.probe, registrar, terms.urgency)
            lap.end(.watch)
            do throws(GalleryError) {
                let result = try await gallery.find(
                    for: presented.probe.fingers, maximumCandidates: IdentificationLimits.assessedCandidates,
                    target: target, positions: .lookForSwaps, urgency: terms.urgency, parameters: search,
                    stop: terms.stop)
                lap.end(.search)
                return (presented, result)
            } catch { throw IdentificationError(error) }
        }
        return PendingRegistration(
            request: request, key: key, presented: presented, search: result, number: number, isLastTry: isLastTry)
    }

    /// The verdict by what is registered now; nil where the search is too old for it.
    func judge(
        _ pending: PendingRegistration, _ gallery: Gallery, _ registrar: Registrar
    ) throws(IdentificationError) -> Judgement? {
        guard let presented = pending.presented, let search = pending.search else {
            return judgementWithoutFingers(pending.request, registrar)
        }
        let claimed = ClaimedIdentity(pending.request.claims) { claim in registrar.read { $0.holder(of: claim) } }
        let limit = pending.isLastTry ? Int.max : IdentificationLimits.arrivalsCompared
        guard
            let evidence = try evidence(of: presented, search, claims: claimed, gallery, atMost: limit)
        else { return nil }
        return judgement(pending.request, presented, search, evidence, claimed, gallery, registrar)
    }

    /// A station may look for less sure hits than the server is set to, never for surer ones only: who is registered
    /// already would be overlooked.
    private func checkTarget(of request: RegistrationRequest) throws(IdentificationError) {
        guard let asked = request.targetFPIR, asked < parameters.targetFPIR else { return }
        throw IdentificationError(
            .limitExceeded, field: "targetFPIR", "\(asked)",
            limit: "\(parameters.targetFPIR) to \(TargetFPIR.allowed.upperBound) to register")
    }

    private func registered(_ pending: PendingRegistration, _ start: UInt64) async throws(ChangeRefusal) -> Assessment {
        let done = try await attempt(.register(pending))
        guard var assessment = done.assessment else {
            throw .failed(IdentificationError(.storageFailed, "a registration without an answer"))
        }
        assessment.microseconds = microseconds(since: start)
        return assessment
    }

    private func newNumber() throws(IdentificationError) -> PersonID {
        RegistrationNumber.make(try randomBits("a registration"))
    }
}
