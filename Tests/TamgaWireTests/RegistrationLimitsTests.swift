import NIOCore
import TamgaWire
import Testing

/// What messages of registration may hold fits the frames they travel in.
@Suite struct RegistrationLimitsTests {
    private func bodyBytes(_ message: Message) throws -> Int { try message.frame().readableBytes - 16 }

    @Test func theLargestSmallRequestsFitTheSmallLimit() throws {
        for request in RegistrationExtremes.smallRequests {
            #expect(try bodyBytes(.request(request)) <= WireLimits.establishedSmallBodyBytes, "\(request.kind)")
            #expect(WireLimits.established.bodyBytes(of: request.kind) == WireLimits.establishedSmallBodyBytes)
        }
    }

    @Test func theLargestAssessmentAndCertificateFitAFrame() throws {
        let assessment = RegistrationExtremes.assessment
        let answers: [Answer] = [
            .registered(Registered(assessment: assessment)), .lookedUp(LookedUp(assessment: assessment)),
            .certified(RegistrationExtremes.certified),
        ]
        for answer in answers { #expect(try bodyBytes(.answer(answer)) <= WireLimits.frameBytes.upperBound) }
    }

    @Test func oneEntryOfEveryListFitsAFrame() throws {
        let answers: [Answer] = [
            .alertList(AlertList(items: [RegistrationExtremes.alert], hasMore: true)),
            .dueList(DueList(items: [RegistrationExtremes.due], hasMore: true)),
            .historyList(HistoryList(items: [RegistrationExtremes.history], hasMore: true)),
        ]
        for answer in answers { #expect(try bodyBytes(.answer(answer)) <= WireLimits.frameBytes.upperBound) }
    }

    @Test func aListIsCutWhereItsFrameEnds() throws {
        let alerts = [AlertEntry](repeating: RegistrationExtremes.alert, count: WireLimits.listEntries.upperBound)
        let cut = try AlertList.fitting(alerts, hasMore: false)
        #expect(cut.hasMore && !cut.items.isEmpty && cut.items.count < alerts.count)
        #expect(try bodyBytes(.answer(.alertList(cut))) <= WireLimits.frameBytes.upperBound)
        let longer = AlertList(items: cut.items + [RegistrationExtremes.alert], hasMore: true)
        #expect(throws: WireError.self) { try bodyBytes(.answer(.alertList(longer))) }
    }

    @Test func aListThatEndsExactlyAtItsFrameIsWhole() throws {
        let entry = HistoryEntry(
            fact: RegistrationExtremes.fact, at: 1, agency: "interior", station: "s", kind: "linked", content: "{}")
        let entries = [HistoryEntry](repeating: entry, count: 1_000)
        let bytes = try bodyBytes(.answer(.historyList(HistoryList(items: entries, hasMore: false))))
        let whole = try HistoryList.fitting(entries, hasMore: false, limits: .established(frameBytes: bytes))
        #expect(whole.items == entries && !whole.hasMore)
        let cut = try HistoryList.fitting(entries, hasMore: false, limits: .established(frameBytes: bytes - 1))
        #expect(cut.items.count == 999 && cut.hasMore)
    }

    @Test func aListOfFewIsWhole() throws {
        let few = [RegistrationExtremes.due, RegistrationExtremes.due]
        for hasMore in [false, true] {
            #expect(try DueList.fitting(few, hasMore: hasMore) == DueList(items: few, hasMore: hasMore))
            #expect(try DueList.fitting([], hasMore: hasMore) == DueList(items: [], hasMore: hasMore))
        }
    }

    @Test func anEntryThatFitsNoFrameIsNotLeftOutInSilence() {
        let error = #expect(throws: WireError.self) {
            try HistoryList.fitting(
                [RegistrationExtremes.history], hasMore: false, limits: .established(frameBytes: 16_384))
        }
        #expect(error?.code == .frameTooLarge && error?.field?.hasPrefix("entry[0]") == true)
        var wrong = RegistrationExtremes.history
        wrong.kind = "Linked"
        let second = #expect(throws: WireError.self) {
            try HistoryList.fitting([RegistrationExtremes.history, wrong], hasMore: false)
        }
        #expect(second?.field == "entry[1].kind")
    }
}
