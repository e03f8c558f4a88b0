import TamgaCommands
import TamgaWire
import Testing

/// What is said of hits, thresholds and exchanged fingers, to people and to scripts; and how it is asked for.
@Suite struct DecisionTests {
    private static let decision = SearchDecision(
        threshold: 6_000, targetFPIR: 1_000_000, lowestFPIR: 10_000, highestFPIR: 95_162_582, persons: 1_000, look: 1)

    private static func answer(_ candidates: [Candidate]) -> Identified {
        Identified(
            candidates: candidates, searched: 2_000, gallery: 2_000, snapshot: 42, matcher: "m1", microseconds: 850,
            rotation: 128, decision: decision)
    }

    private static let hit = Candidate(
        person: "P-1", rank: 1, score: 9_000,
        fingers: [FingerScore(position: 2, referencePosition: 7, score: 9_000)], isHit: true,
        swap: WireSwap.handsExchanged)
    private static let miss = Candidate(person: "P-2", rank: 2, score: 2_000, fingers: [], isHit: false, swap: 0)

    @Test func theVerdictIsInTheJSON() {
        let text = Self.answer([Self.hit, Self.miss]).json(probe: nil).text
        #expect(
            text.contains(
                #""fingers":[{"position":"right-index","reference_position":"left-index","score":9.000}],"#
                    + #""hit":true,"swap":"hands-exchanged"}"#))
        #expect(text.contains(#""fingers":[],"hit":false,"swap":"none"}"#))
        #expect(
            text.hasSuffix(
                #""rotation":180.000,"hits":1,"threshold":6.000,"fpir":0.001,"fpir_lowest":1e-05,"#
                    + #""fpir_highest":0.095162582,"persons":1000,"look":"hands-exchanged"}"#))
    }

    @Test func aPartThatFailsItsTestIsNamed() {
        var answer = Self.answer([])
        #expect(!answer.text.contains("NOT COMPLETE") && !answer.json(probe: nil).text.contains("fenced"))
        answer.fencedPersons = 7
        #expect(answer.text.contains("NOT COMPLETE: 7 registered persons"))
        #expect(answer.json(probe: nil).text.hasSuffix(#","fenced_persons":7}"#))
        answer.candidates = [Self.miss]
        #expect(answer.text.contains("NOT COMPLETE: 7 registered persons"))
    }

    @Test func peopleReadWhoIsAHitAndWhoIsNot() {
        let text = Self.answer([Self.hit, Self.miss]).text
        #expect(text.contains("   1  P-1     9.000      1e-06  hit              HANDS EXCHANGED: "))
        #expect(text.contains("HANDS EXCHANGED: right-index as left-index 9.000\n"))
        #expect(text.contains("   2  P-2     2.000         10  below threshold  no finger compared\n1 hit\n"))
        #expect(
            text.contains(
                "\nthreshold 6.000: among 1000 persons compared, 1 search in 1000 of somebody not enrolled is meant "
                    + "to reach it (FPIR 0.001; it may really be 1e-05 to 0.095162582)\nsearched 2000 of 2000"))
        #expect(Self.answer([Self.hit]).line == "P-1  9.000  hit  HANDS EXCHANGED")
        #expect(Self.answer([Self.miss]).text.contains("\nno hit\nthreshold 6.000"))
        #expect(Self.answer([]).text.hasPrefix("no candidate: searched 2000 of 2000 templates\nno hit\nthreshold"))
    }

    @Test func aVerificationSaysHowFarItLookedAndWhatWasExchanged() {
        let verified = Verified(
            person: "P", score: 5_000, fingers: [FingerScore(position: 2, referencePosition: 3, score: 6_000)],
            compared: 10, snapshot: 2, matcher: "m1", microseconds: 1_000, rotation: 128,
            swap: WireSwap.fingersExchanged)
        #expect(verified.json.text.hasSuffix(#""milliseconds":1.000,"rotation":180.000,"swap":"fingers-exchanged"}"#))
        #expect(
            verified.text == "P: score 5.000 (right-index as right-middle 6.000), compared with 10 templates within "
                + "180.000 degrees in 1.000 ms (snapshot 2, matcher m1)\nFINGERS EXCHANGED")
    }

    @Test func noHitIsAStatusOfItsOwnWhereARateWasAskedFor() throws {
        let asked = try SearchOptions(fpir: "1e-3")
        #expect(asked.status(of: Self.answer([Self.miss])) == .noHit)
        #expect(asked.status(of: Self.answer([])) == .noHit)
        #expect(asked.status(of: Self.answer([Self.hit, Self.miss])) == .done)
        #expect(try SearchOptions().status(of: Self.answer([])) == .done)
        #expect(CommandStatus.noHit.rawValue == 1)
    }

    @Test(arguments: [
        ("1e-3", 1_000_000), ("0.001", 1_000_000), ("1e-9", 1), ("0.5", 500_000_000), ("0.999999999", 999_999_999),
    ] as [(String, UInt32)])
    func ratesAreRead(text: String, parts: UInt32) throws {
        #expect(try SearchOptions(fpir: text).targetFPIR == parts)
    }

    @Test(arguments: ["0", "1", "-1e-3", "nan", "inf", "1e-20", "9e-10", "0.9999999999", "1%", "", "2"])
    func otherRatesAreRefused(text: String) {
        let error = usage { () throws(CommandError) in try SearchOptions(fpir: text) }
        #expect(error?.field == "--fpir" && error?.limit == "1e-9 to 0.999999999")
    }

    @Test(arguments: [("0", 0), ("60", 43), ("180", 128), ("45", 32), ("1", 1)] as [(String, UInt8)])
    func degreesAreTakenUp(text: String, steps: UInt8) throws {
        #expect(try SearchOptions(maximumRotation: text).maximumRotation == steps)
    }

    @Test func otherValuesAreRefused() throws {
        for text in ["-1", "181", "x", "nan"] {
            let error = usage { () throws(CommandError) in try SearchOptions(maximumRotation: text) }
            #expect(error?.field == "--max-rotation")
        }
        #expect(usage { () throws(CommandError) in try SearchOptions(positions: "any") }?.field == "--positions")
        #expect(try SearchOptions(positions: "strict").positions == WirePositions.asLabelled)
        #expect(try SearchOptions(positions: "swaps").positions == WirePositions.lookForSwaps)
    }

    @Test func aBatchCountsHits() {
        var tally = IdentifyTally()
        tally.add(Self.answer([Self.hit]), mate: "P-1", seconds: 1)
        tally.add(Self.answer([Self.hit]), mate: "P-9", seconds: 1)
        tally.add(Self.answer([Self.miss]), mate: "P-2", seconds: 1)
        #expect((tally.withHit, tally.withWrongHit, tally.exchanged, tally.rank1) == (2, 1, 2, 2))
    }
}
