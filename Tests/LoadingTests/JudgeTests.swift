import TamgaClient
import TamgaLoading
import TamgaWire
import Testing

@Suite struct JudgeTests {
    /// 6 persons of 4 fingers, nobody else.
    private static let judge = Judge(Census(persons: 6, fingers: 4, held: 6, templates: 24))
    private static let mate = ExpectedAnswer.mate("a", fingers: 2)
    private static let nobody = ExpectedAnswer.nobody(fingers: 2)

    private static func verdict(_ answer: Identified, _ expectation: ExpectedAnswer) -> Verdict {
        judge.verdict(.identified(answer), expectation)
    }

    private static func isWrong(_ verdict: Verdict, _ words: String) -> Bool {
        if case .wrong(let said) = verdict { said.contains(words) } else { false }
    }

    @Test func theMateAtRankOneIsRight() {
        let answer = Samples.identified([
            Samples.candidate("a", rank: 1, isHit: true), Samples.candidate("b", rank: 2, isHit: false),
        ])
        #expect(Self.verdict(answer, Self.mate) == .ok)
        #expect(Self.isWrong(Self.verdict(answer, .mate("b", fingers: 2)), "a named, expected b"))
        #expect(Self.isWrong(Self.verdict(answer, Self.nobody), "a named, expected nobody"))
    }

    @Test func aMissIsTheMatchers() {
        #expect(Self.verdict(Samples.identified([]), Self.mate) == .missed)
        let doubtful = Samples.identified([Samples.candidate("a", rank: 1, isHit: false)])
        #expect(Self.verdict(doubtful, Self.mate) == .missed)
        #expect(Self.verdict(doubtful, Self.nobody) == .ok)
    }

    @Test func aSecondHitIsWrongBesideTheRightOne() {
        let answer = Samples.identified([
            Samples.candidate("a", rank: 1, isHit: true), Samples.candidate("b", rank: 2, isHit: true),
        ])
        #expect(Self.isWrong(Self.verdict(answer, Self.mate), "b named"))
    }

    @Test func ranksAndDecisionsMustBeThere() {
        let behind = Samples.identified([
            Samples.candidate("b", rank: 1, isHit: false), Samples.candidate("a", rank: 2, isHit: true),
        ])
        #expect(Self.isWrong(Self.verdict(behind, Self.mate), "rank 2"))
        let disorder = Samples.identified([Samples.candidate("a", rank: 2, isHit: true)])
        #expect(Self.isWrong(Self.verdict(disorder, Self.mate), "order of their ranks"))
        let silent = Samples.identified([Samples.candidate("a", rank: 1, isHit: nil)])
        #expect(Self.isWrong(Self.verdict(silent, Self.mate), "no decision"))
        var undecided = Samples.identified([])
        undecided.decision = nil
        #expect(Self.isWrong(Self.verdict(undecided, Self.nobody), "no decision"))
    }

    /// A search of a part is wrong, even where it names the right person.
    @Test func aPartialSearchIsWrong() {
        let found = [Samples.candidate("a", rank: 1, isHit: true)]
        let extents: [(UInt64, UInt64, UInt64)] = [(11, 24, 6), (0, 24, 6), (12, 23, 6), (12, 24, 5)]
        for (searched, gallery, persons) in extents {
            let answer = Samples.identified(found, searched: searched, gallery: gallery, persons: persons)
            #expect(Self.isWrong(Self.verdict(answer, Self.mate), ""), "\(searched) of \(gallery), \(persons)")
        }
    }

    @Test func answersOfAnotherKindAreWrong() {
        let enrolled = Enrolled(person: "a", sequence: 1, snapshot: 1, references: 2, microseconds: 1, warnings: [])
        #expect(Self.isWrong(Self.judge.verdict(.enrolled(enrolled), Self.nobody), "another kind"))
        let expected = ExpectedAnswer.enrolled(person: "a", templates: 2)
        #expect(Self.judge.verdict(.enrolled(enrolled), expected) == .ok)
        #expect(Self.isWrong(
            Self.judge.verdict(.enrolled(enrolled), .enrolled(person: "b", templates: 2)), "another person"))
        #expect(Self.isWrong(
            Self.judge.verdict(.enrolled(enrolled), .enrolled(person: "a", templates: 3)), "2 templates"))
    }

    @Test func verificationsAreHeldAgainstWhoItIs() {
        func verdict(_ score: Int32, _ isMated: Bool, compared: UInt64 = 2) -> Verdict {
            let answer = Verified(
                person: "a", score: score, fingers: [], compared: compared, snapshot: 1, matcher: "m", microseconds: 1)
            return Self.judge.verdict(.verified(answer), .verification(person: "a", isMated: isMated))
        }
        #expect(verdict(LoadLimits.verifiedScore, true) == .ok)
        #expect(verdict(LoadLimits.verifiedScore - 1, true) == .missed)
        #expect(verdict(LoadLimits.verifiedScore - 1, false) == .ok)
        #expect(Self.isWrong(verdict(LoadLimits.verifiedScore, false), "taken for"))
        #expect(Self.isWrong(verdict(LoadLimits.verifiedScore, true, compared: 0), "no template"))
    }

    @Test func refusedAndLostAreKeptApart() {
        let refusal = ErrorMessage(code: .tooManyRequests, message: "full")
        #expect(
            Self.judge.verdict(.failed(ClientError(refused: refusal)), Self.mate) == .refused("too-many-requests"))
        for code in ClientError.Code.allCases where code != .refused {
            let verdict = Self.judge.verdict(.failed(ClientError(code, "x")), Self.mate)
            switch code {
            case .protocolViolation, .invalidRequest: #expect(Self.isWrong(verdict, "x"))
            default: #expect(verdict == .lost(code.rawValue))
            }
        }
    }
}

@Suite struct RegistrationJudgeTests {
    private static let judge = Judge(Census(persons: 6, fingers: 4, held: 6, templates: 24))

    private static func assessment(
        _ outcome: String, _ verdict: String = "new-person", searched: UInt64? = 24, isReplay: Bool = false
    ) -> Reply {
        .registered(
            Assessment(
                outcome: WireToken(outcome), verdict: WireToken(verdict), person: "p", swap: 0,
                search: searched.map {
                    SearchSummary(
                        searched: $0, gallery: 24, notCompared: 0, snapshot: 1, matcher: "m", threshold: 6_000,
                        doubtfulThreshold: 5_000, targetFPIR: 1_000, lowestFPIR: 0, highestFPIR: 1_000)
                },
                alerts: 0, isReplay: isReplay, microseconds: 1))
    }

    private static func isWrong(_ verdict: Verdict) -> Bool {
        if case .wrong = verdict { true } else { false }
    }

    @Test func aNewPersonIsRegistered() {
        let new = ExpectedAnswer.newPerson(fingers: 10)
        #expect(Self.judge.verdict(Self.assessment("registered"), new) == .ok)
        #expect(Self.judge.verdict(Self.assessment("not-registered", "inconclusive"), new) == .missed)
        #expect(Self.isWrong(Self.judge.verdict(Self.assessment("not-registered", "known-person"), new)))
        #expect(Self.isWrong(Self.judge.verdict(Self.assessment("deferred"), new)))
        #expect(Self.isWrong(Self.judge.verdict(Self.assessment("registered", isReplay: true), new)))
        #expect(Self.isWrong(Self.judge.verdict(Self.assessment("registered", searched: nil), new)))
        #expect(Self.isWrong(Self.judge.verdict(Self.assessment("registered", searched: 23), new)))
    }

    @Test func fingersThatCameBeforeAreKnownOrNew() {
        let again = ExpectedAnswer.broughtBefore(fingers: 10)
        #expect(Self.judge.verdict(Self.assessment("registered"), again) == .ok)
        #expect(Self.judge.verdict(Self.assessment("not-registered", "same-person-other-identity"), again) == .ok)
    }
}

@Suite struct CensusTests {
    private static let census = Census(persons: 100, fingers: 4, held: 100, templates: 400)

    private static func isWhole(_ probe: Int, _ searched: UInt64, _ gallery: UInt64, _ persons: UInt64? = nil) -> Bool {
        census.fault(probe: probe, searched: searched, gallery: gallery, compared: persons) == nil
    }

    @Test func aWholeSearchIsOfWholeFingers() {
        #expect(Self.census.isExact)
        #expect(Self.isWhole(1, 100, 400, 100) && Self.isWhole(2, 200, 400) && Self.isWhole(4, 400, 400))
        // A second look takes further fingers, wholly.
        #expect(Self.isWhole(1, 200, 400) && Self.isWhole(1, 400, 400))
        for searched in [0, 99, 101, 199, 350] as [UInt64] { #expect(!Self.isWhole(1, searched, 400)) }
        #expect(!Self.isWhole(3, 200, 400), "one finger not searched at all")
    }

    @Test func newcomersCountWithAllFingers() {
        // 3 newcomers: 430 templates; one finger of everybody is 103, a finger that only newcomers have is 3.
        #expect(Self.isWhole(1, 103, 430, 103) && Self.isWhole(10, 430, 430, 103))
        #expect(!Self.isWhole(1, 100, 430), "the newcomers left out")
        #expect(!Self.isWhole(1, 103, 430, 102))
        #expect(!Self.isWhole(1, 103, 425), "half a person")
    }

    @Test func nobodyGoes() { #expect(!Self.isWhole(1, 100, 399)) }

    @Test func amongOthersTheLeastIsKnown() {
        let census = Census(persons: 100, fingers: 4, held: 150, templates: 460)
        #expect(!census.isExact)
        #expect(census.fault(probe: 2, searched: 230, gallery: 460, compared: 9) == nil)
        #expect(census.fault(probe: 2, searched: 199, gallery: 460, compared: 150) != nil)
        #expect(census.fault(probe: 2, searched: 461, gallery: 460, compared: 150) != nil)
        #expect(census.fault(probe: 2, searched: 230, gallery: 459, compared: 150) != nil)
        #expect(!Census(persons: 100, fingers: 4, held: 20, templates: 60).isExact)
    }
}
