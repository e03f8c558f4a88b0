import TamgaGallery
import TamgaIdentification
import Testing

/// Deadlines, cancellation and overload, through the service.
@Suite struct TermsTests {
    private func ready(_ change: (inout IdentificationParameters) -> Void = { _ in }) async throws
        -> IdentificationService
    {
        var parameters = IdentificationParameters()
        change(&parameters)
        let service = try await IdentificationService.ready(shards: 2, workers: 2, parameters: parameters)
        for person in 0..<3 { _ = try await service.enrol(Station.enrolment(person)) }
        return service
    }

    /// What a search, a verification and an enrolment on these terms are refused with.
    private func codes(_ service: IdentificationService, _ terms: RequestTerms) async -> [IdentificationError.Code?] {
        guard let fingers = try? Station.probe(1) else { return [] }
        var codes: [IdentificationError.Code?] = []
        do throws(IdentificationError) {
            _ = try await service.identify(IdentificationRequest(fingers: fingers), terms)
        } catch { codes.append(error.code) }
        do throws(IdentificationError) {
            _ = try await service.verify(VerificationRequest(person: Station.name(1), fingers: fingers), terms)
        } catch { codes.append(error.code) }
        do throws(IdentificationError) {
            _ = try await service.enrol(EnrolmentRequest(person: "late", fingers: fingers), terms)
        } catch { codes.append(error.code) }
        return codes
    }

    @Test func whatNobodyWantsAnyMoreIsNotDone() async throws {
        let service = try await ready()
        let probe = IdentificationRequest(fingers: try Station.probe(1))
        let reasons: [(StopSignal.Reason, IdentificationError.Code)] = [
            (.cancelled, .cancelled), (.expired, .deadlineExceeded),
        ]
        for (reason, code) in reasons {
            let stop = StopSignal()
            stop.raise(reason)
            #expect(await codes(service, RequestTerms(stop: stop)) == [code, code, code])
        }
        #expect(
            await codes(service, RequestTerms(deadline: 0))
                == [.deadlineExceeded, .deadlineExceeded, .deadlineExceeded])
        #expect(service.statistics().persons == 3)
        #expect(try await service.identify(probe, RequestTerms(deadline: .max)).candidates.first?.person == "person-1")
    }

    /// The first reason given counts, and no other comes after it.
    @Test func aSignalIsRaisedOnce() {
        let stop = StopSignal()
        #expect(stop.reason == nil && !stop.isRaised)
        stop.raise(.expired)
        stop.raise(.cancelled)
        #expect(stop.reason == .expired && stop.isRaised)
    }

    /// One search at a time is let in where more would take too long; the others are told when to come again.
    @Test func whatWouldTakeTooLongIsRefusedAtOnce() async throws {
        let service = try await ready { $0.longestWaitMilliseconds = [.border: 0, .enrolment: 60_000, .bulk: 60_000] }
        let probe = IdentificationRequest(fingers: try Station.probe(1))
        // From here on it is known how long one takes.
        _ = try await service.identify(probe)
        let outcomes = await withTaskGroup(of: IdentificationError?.self) { group in
            for _ in 0..<24 {
                group.addTask {
                    do throws(IdentificationError) { _ = try await service.identify(probe) } catch { return error }
                    return nil
                }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        let refused = outcomes.compactMap(\.self)
        #expect(refused.allSatisfy { $0.code == .overloaded && ($0.retryAfter ?? 0) >= 1 })
        #expect(!refused.isEmpty && refused.count < 24)
        // Other classes have lines of their own.
        _ = try await service.identify(probe, RequestTerms(urgency: .bulk))
        #expect(service.expectedWaits().count == 3)
    }
}
