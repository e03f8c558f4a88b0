import TamgaClient
import TamgaCommands
import TamgaWire
import Testing

/// The exact shapes that scripts rely on, and what a person reads.
@Suite struct OutputTests {
    @Test func identify() {
        let scores = [FingerScore(position: 2, referencePosition: 2, score: 7_250)]
        let answer = Self.identified([Candidate(person: "P-17", rank: 1, score: 7_250, fingers: scores)])
        let rest =
            #""searched":9,"gallery":10,"snapshot":42,"matcher":"m1","milliseconds":0.850,"rotation":45.000}"#
        let candidate =
            #"{"person":"P-17","rank":1,"score":7.250,"fingers":[{"position":"right-index","#
            + #""reference_position":"right-index","score":7.250}]}"#
        #expect(answer.json(probe: "012_3_2").text == #"{"probe":"012_3_2","candidates":["# + candidate + "]," + rest)
        #expect(Self.identified([]).json(probe: nil).text == #"{"probe":null,"candidates":[],"# + rest)
    }

    @Test func verifyEnrolDeleteShow() {
        let scores = [FingerScore(position: 0, referencePosition: 7, score: -301)]
        let verified = Verified(
            person: "P", score: -301, fingers: scores, compared: 1, snapshot: 2, matcher: "m1", microseconds: 1_234_567)
        #expect(
            verified.json.text
                == #"{"person":"P","score":-0.301,"fingers":[{"position":"unknown","reference_position":"left-index","#
                + #""score":-0.301}],"compared":1,"snapshot":2,"matcher":"m1","milliseconds":1234.567}"#)
        let enrolled = Enrolled(person: "P", sequence: 7, snapshot: 8, references: 2, microseconds: 5)
        #expect(
            enrolled.json.text == #"{"person":"P","templates":2,"sequence":7,"snapshot":8,"milliseconds":0.005}"#)
        let deleted = Deleted(person: "P", sequence: 9, references: 2)
        #expect(deleted.json.text == #"{"person":"P","templates":2,"sequence":9}"#)
        let person = Person(
            person: "P", enrolledAt: 1_700_000_000_000, sequence: 7,
            fingers: [EnrolledFinger(position: 10, format: 1, quality: 80, minutiae: 31)])
        #expect(
            person.json.text == #"{"person":"P","enrolled":"2023-11-14T22:13:20Z","sequence":7,"fingers":"#
                + #"[{"position":"left-little","format":1,"quality":80,"minutiae":31}]}"#)
    }

    @Test func encounters() {
        let finger = EnrolledFinger(position: 10, format: 1, quality: 80, minutiae: 31, encounter: 44)
        let person = Person(
            person: "P", enrolledAt: 1_700_000_000_000, sequence: 45, fingers: [finger],
            encounters: [
                Encounter(number: 7, takenAt: 1_700_000_000_000, changed: 7),
                Encounter(number: 44, takenAt: 1_700_000_060_000, changed: 45),
            ])
        #expect(
            person.json.text == #"{"person":"P","enrolled":"2023-11-14T22:13:20Z","sequence":45,"fingers":"#
                + #"[{"position":"left-little","format":1,"quality":80,"minutiae":31,"encounter":44}],"#
                + #""encounters":[{"number":7,"taken":"2023-11-14T22:13:20Z","changed":7},"#
                + #"{"number":44,"taken":"2023-11-14T22:14:20Z","changed":45}]}"#)
        #expect(
            person.text == """
                P: enrolled 2023-11-14T22:13:20Z, last change 45
                encounter  taken                 last change
                        7  2023-11-14T22:13:20Z            7
                       44  2023-11-14T22:14:20Z           45

                encounter  position     format  quality  minutiae
                       44  left-little       1       80        31
                """)
    }

    @Test func addUpdateMerge() {
        let figures = #""templates":4,"sequence":45,"snapshot":46,"milliseconds":0.005"#
        let warning = TemplateWarning(finger: 0, view: 0, flaw: "one-spot", text: "3, allowed: 9")
        let added = EncounterAdded(person: "P", sequence: 45, snapshot: 46, references: 4, microseconds: 5)
        #expect(added.json.text == #"{"person":"P","encounter":45,"# + figures + "}")
        #expect(added.text == "added encounter 45 to P: 4 templates now, snapshot 46, 0.005 ms")
        let updated = Updated(
            person: "P", sequence: 45, snapshot: 46, references: 4, microseconds: 5, warnings: [warning])
        #expect(
            updated.json(encounter: 41).text == #"{"person":"P","encounter":41,"# + figures
                + #","warnings":[{"record":0,"view":0,"flaw":"one-spot","text":"3, allowed: 9"}]}"#)
        #expect(
            updated.text(encounter: 41) == "updated encounter 41 of P: 4 templates now, change 45, snapshot 46, "
                + "0.005 ms\nwarning: record 1: one-spot: 3, allowed: 9")
        let merged = Merged(person: "P", sequence: 45, snapshot: 46, references: 4, microseconds: 5)
        #expect(merged.json(other: "Q").text == #"{"person":"P","other":"Q","# + figures + "}")
        #expect(
            merged.text(other: "Q") == "merged Q into P: 4 templates now, change 45, snapshot 46, 0.005 ms")
    }

    @Test func stats() {
        let statistics = Statistics(
            server: "s/1", matcher: "m1", persons: 1, references: 2, snapshot: 3, shards: 4, uptimeMilliseconds: 60_001,
            connections: 5, requests: [RequestCount(kind: "identify", answered: 6, refused: 7)])
        #expect(
            statistics.json.text
                == #"{"server":"s/1","matcher":"m1","persons":1,"templates":2,"snapshot":3,"shards":4,"#
                + #""connections":5,"uptime_seconds":60.001,"requests":{"identify":{"answered":6,"refused":7}}}"#)
        #expect(statistics.text.contains("identify         6        7"))
    }

    @Test func errors() {
        let message = ErrorMessage(code: .personExists, message: "enrolled \"already\"\n", field: "person", limit: nil)
        let refused = CommandError(ClientError(refused: message))
        #expect(
            refused.json().text
                == #"{"error":{"code":"person-exists","message":"enrolled \"already\" ","#
                + #""field":"person","limit":null}}"#)
        #expect(refused.json(("probe", "a")).text.hasPrefix(#"{"probe":"a","error":{"#))
        var lost = ClientError(.connectionLost, "gone")
        lost.isOutcomeUnknown = true
        #expect(CommandError(lost).description.contains("outcome unknown"))
    }

    @Test func aPlainNoOnlyWhereAllWasSearched() {
        #expect(Self.identified([], searched: 10).text == "no candidate: searched 10 of 10 templates")
        #expect(Self.identified([], searched: 0, gallery: 0).line == "no candidate: searched 0 of 0 templates")
        for text in [Self.identified([]).text, Self.identified([]).line] {
            #expect(text.hasPrefix("no candidate among those compared: searched 9 of 10 templates; the other 1"))
        }
    }

    @Test func candidatesAreAligned() {
        let text = Self.identified([
            Candidate(person: "P-1", rank: 1, score: 12_500, fingers: []),
            Candidate(person: "P-222", rank: 10, score: -1, fingers: []),
        ]).text
        #expect(text.contains("rank  person   score  by chance  fingers\n"))
        #expect(text.contains("   1  P-1     12.500      3e-12  no finger compared\n"))
        #expect(text.contains("  10  P-222   -0.001          9  no finger"))
        #expect(text.contains("searched 9 of 10 templates"))
    }

    @Test(arguments: [
        (0, 650, "650"), (1_000, 650, "65"), (3_000, 650, "0.7"), (4_600, 650, "0.02"), (9_000, 650, "7e-07"),
        (30_000, 650, "<1e-15"), (2_000, 0, "<1e-15"),
    ])
    func whatChanceAloneReaches(score: Int32, searched: UInt64, text: String) {
        #expect(ByChance(thousandths: score, searched: searched).text == text)
    }

    @Test(arguments: [
        (0, "0.000"), (1, "0.001"), (-1, "-0.001"), (999, "0.999"), (1_000, "1.000"), (-12_345, "-12.345"),
        (Int.min, "-9223372036854775.808"),
    ])
    func thousandths(value: Int, text: String) {
        #expect(Decimal3(value).text == text)
    }

    @Test func strings() {
        #expect(JSON.string("a\"\\\n\t\r\u{1}é").text == "\"a\\\"\\\\\\n\\t\\r\\u0001é\"")
    }

    @Test func progress() {
        var lines = Progress(total: 200, unit: "persons", isTerminal: false)
        #expect(lines.update(done: 1, seconds: 1.9) == nil)
        #expect(lines.update(done: 50, seconds: 2) == "50/200 persons 25 % 25.0/s\n")
        #expect(lines.update(done: 51, seconds: 3.9) == nil)
        #expect(lines.clearing.isEmpty)
        var bar = Progress(total: 200, unit: "persons", isTerminal: true)
        let drawing = bar.update(done: 100, seconds: 0.5)
        #expect(drawing == "\r[###############...............] 100/200 persons 50 % 200.0/s\u{1B}[K")
        #expect(bar.update(done: 101, seconds: 0.55) == nil)
        #expect(perSecond(5, 0) == "0.0")
    }

    private static func identified(
        _ candidates: [Candidate], searched: UInt64 = 9, gallery: UInt64 = 10
    ) -> Identified {
        Identified(
            candidates: candidates, searched: searched, gallery: gallery, snapshot: 42, matcher: "m1",
            microseconds: 850, rotation: 32)
    }
}
