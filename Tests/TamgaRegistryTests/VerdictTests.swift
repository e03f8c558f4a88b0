import TamgaRegistry
import TamgaTemplates
import Testing

/// The verdict matrix: fingers by identity.
@Suite struct VerdictTests {
    private let anna = try! PersonID("anna")
    private let boris = try! PersonID("boris")
    private let annasNumber = Identifier.iin(try! IIN("871201300015"))
    private let borisNumber = Identifier.iin(try! IIN("010203500018"))
    private let annasPassport = try! Identifier("document:UZB:AA1234567")
    private let newPassport = try! Identifier("document:UZB:AB7654321")
    private let annasNames = try! Identifier("names:ANNA/A/1987-12-01")

    private var known: [PersonID: [Identifier]] {
        [anna: [annasNumber, annasPassport, annasNames], boris: [borisNumber]]
    }

    private func decide(_ evidence: FingerEvidence, claiming claims: [Identifier]) -> Decision {
        let claimed = ClaimedIdentity(claims) { claim in
            known.first { $0.value.contains(claim) }?.key
        }
        return VerdictRules().decide(evidence, claimed) { known[$0] ?? [] }
    }

    private func seen(_ person: PersonID, _ score: Float = 20, _ swap: FingerSwap = .none) -> FingerEvidence {
        FingerEvidence(
            hits: [FingerHit(person: person, score: score, swap: swap)], usable: Set(FingerPosition.fingers))
    }

    private let nobody = FingerEvidence(usable: Set(FingerPosition.fingers))

    @Test func nobodysFingersAndNobodysIdentityAreANewPerson() {
        let decision = decide(nobody, claiming: [newPassport])
        #expect(decision.verdict == .newPerson)
        #expect(decision.mayRegister)
        #expect(decision.next == [.register])
        #expect(decide(nobody, claiming: []).verdict == .newPerson)
    }

    @Test func aPersonUnderTheOwnNumberIsTheSame() {
        let decision = decide(seen(anna), claiming: [annasNumber])
        #expect(decision.verdict == .samePersonSameIdentity)
        #expect(decision.person == anna)
        #expect(!decision.mayRegister)
        #expect(decision.next == [.doNotRegister])
    }

    @Test func aNewPassportBesideTheOwnNumberIsToBeLinked() {
        let decision = decide(seen(anna), claiming: [annasNumber, newPassport])
        #expect(decision.verdict == .samePersonSameIdentity)
        #expect(decision.next == [.doNotRegister, .linkIdentifier])
    }

    @Test func theOwnNamesWithANewPassportAreTheSameIdentity() {
        #expect(decide(seen(anna), claiming: [newPassport, annasNames]).verdict == .samePersonSameIdentity)
    }

    @Test func anUnknownIdentityWithKnownFingersIsASecondIdentity() {
        let decision = decide(seen(anna), claiming: [newPassport])
        #expect(decision.verdict == .samePersonOtherIdentity)
        #expect(decision.person == anna)
        #expect(decision.owners == [])
        #expect(decision.next == [.doNotRegister, .reportSecondIdentity])
    }

    @Test func anotherNumberIsAnotherIdentityWhateverElseAgrees() throws {
        let other = Identifier.iin(try IIN("990101300003"))
        #expect(decide(seen(anna), claiming: [annasPassport, other]).verdict == .samePersonOtherIdentity)
    }

    @Test func knownFingersUnderSomebodyElsesIdentityNameBoth() {
        let decision = decide(seen(anna), claiming: [borisNumber])
        #expect(decision.verdict == .samePersonOtherIdentity)
        #expect((decision.person, decision.owners) == (anna, [boris]))
        #expect(decision.next == [.doNotRegister, .reportSecondIdentity, .reportForeignIdentity])
    }

    @Test func unknownFingersUnderSomebodysIdentityAreAnotherPerson() {
        let decision = decide(nobody, claiming: [borisNumber])
        #expect(decision.verdict == .otherPersonUnderIdentity)
        #expect((decision.person, decision.owners) == (nil, [boris]))
        #expect(!decision.mayRegister)
    }

    @Test func knownFingersWithoutAClaimAreAKnownPerson() {
        #expect(decide(seen(anna), claiming: []).verdict == .knownPerson)
    }

    @Test func exchangedHandsAreSaid() {
        let decision = decide(seen(anna, 20, .handsExchanged), claiming: [annasNumber])
        #expect(decision.verdict == .samePersonSameIdentity)
        #expect(decision.swap == .handsExchanged)
        #expect(decision.next == [.recaptureInOrder, .doNotRegister])
    }

    @Test func severalPersonsAreForTwoOfficers() {
        var evidence = seen(anna)
        evidence.hits.append(FingerHit(person: boris, score: 9))
        let decision = decide(evidence, claiming: [annasNumber])
        #expect((decision.verdict, decision.person) == (.samePersonSameIdentity, anna))
        #expect(decision.doubts == [.severalPersons])
        #expect(decision.next.last == .adjudicate)
    }

    // MARK: What does not suffice

    @Test func aSearchThatLeftSomebodyOutNeverSaysNew() {
        var evidence = nobody
        evidence.notCompared = 1
        let decision = decide(evidence, claiming: [])
        #expect(decision.verdict == .inconclusive)
        #expect(decision.doubts == [.coverage])
    }

    @Test(arguments: [(4, Verdict.newPerson), (3, .inconclusive), (0, .inconclusive)])
    func newTakesEnoughFingers(_ count: Int, _ verdict: Verdict) {
        let evidence = FingerEvidence(usable: Set(FingerPosition.fingers.prefix(count)))
        #expect(decide(evidence, claiming: []).verdict == verdict)
    }

    @Test func whoHasTwoFingersLeftIsAskedForNoMore() {
        let gone = FingerPosition.fingers.dropFirst(2).map {
            MissingFinger(position: FingerCode($0), reason: .amputated)
        }
        let two = Set(FingerPosition.fingers.prefix(2))
        #expect(decide(FingerEvidence(usable: two, notTaken: gone), claiming: []).verdict == .newPerson)
        let one = Set(FingerPosition.fingers.prefix(1))
        #expect(decide(FingerEvidence(usable: one, notTaken: gone), claiming: []).verdict == .inconclusive)
    }

    @Test func bandagedFingersDoNotLowerWhatIsAsked() {
        let bandaged = FingerPosition.fingers.dropFirst(2).map {
            MissingFinger(position: FingerCode($0), reason: .bandaged)
        }
        let evidence = FingerEvidence(usable: Set(FingerPosition.fingers.prefix(2)), notTaken: bandaged)
        let decision = decide(evidence, claiming: [])
        #expect(decision.verdict == .inconclusive)
        #expect(decision.next == [.adjudicate, .noteRecapture])
    }

    @Test func whoWillHaveFingersLaterIsToComeAgain() {
        func next(_ reason: MissingReason) -> [NextStep] {
            let all = FingerPosition.fingers.map { MissingFinger(position: FingerCode($0), reason: reason) }
            return decide(FingerEvidence(usable: [], notTaken: all), claiming: []).next
        }
        #expect(next(.bandaged) == [.noteRecapture] && next(.damaged) == [.noteRecapture])
        #expect(next(.amputated) == [.adjudicate])
    }

    // MARK: One to one with who was claimed

    @Test(arguments: [
        (Float(4), Verdict.samePersonSameIdentity), (3.9, .inconclusive), (1.9, .otherPersonUnderIdentity),
    ])
    func theClaimedPersonNeedsLessThanASearch(_ score: Float, _ verdict: Verdict) {
        var evidence = nobody
        evidence.claimed = [FingerHit(person: boris, score: score)]
        #expect(decide(evidence, claiming: [borisNumber]).verdict == verdict)
    }

    // MARK: Asking back

    @Test func theNextFingerIsOneThatCanBeCompared() {
        let doubtful = FingerHit(person: anna, score: 6, registered: [.rightIndex, .leftThumb, .leftRing])
        var evidence = FingerEvidence(doubtful: [doubtful], usable: [.rightIndex])
        #expect(decide(evidence, claiming: []).captureNext == .leftThumb)
        evidence.notTaken = [MissingFinger(position: FingerCode(.leftThumb), reason: .amputated)]
        #expect(decide(evidence, claiming: []).captureNext == .leftRing)
        evidence.usable.insert(.leftRing)
        let last = decide(evidence, claiming: [])
        #expect(last.captureNext == nil)
        #expect(last.next == [.adjudicate])
    }

    @Test func aPoorFingerIsAskedForAgainOnceNothingElseIsLeft() {
        let doubtful = FingerHit(person: anna, score: 6, registered: [.rightIndex, .leftThumb])
        let evidence = FingerEvidence(doubtful: [doubtful], usable: [.rightIndex], poor: [.leftThumb])
        let decision = decide(evidence, claiming: [])
        #expect((decision.captureNext, decision.next) == (.leftThumb, [.recaptureQuality]))
    }

    @Test func askingEndsOnceTheTargetIsMet() {
        let doubtful = FingerHit(person: boris, score: 6, registered: Set(FingerPosition.fingers))
        var evidence = FingerEvidence(doubtful: [doubtful], usable: [.rightIndex])
        #expect(decide(evidence, claiming: []).captureNext == .leftIndex)
        evidence.hits = [FingerHit(person: anna, score: 12)]
        #expect(decide(evidence, claiming: []).captureNext == nil)
    }
}
