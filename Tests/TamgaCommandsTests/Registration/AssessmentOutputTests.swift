import TamgaCommands
import TamgaRegistry
import TamgaWire
import Testing

/// What is printed of an assessment, for officers and for scripts.
@Suite struct AssessmentOutputTests {
    private static func lines(_ answer: Assessment, _ language: Language = .english) -> [String] {
        answer.text(language).split(separator: "\n").map(String.init)
    }

    @Test func theJSONHasEverything() {
        #expect(
            Assessment.known.json(key: WireKey("request-1")).text
                == #"{"outcome":"not-registered","verdict":"same-person-other-identity","person":"P-1","#
                + #""identifiers":["iin:990101300122"],"owners":["P-2"],"doubts":["several-persons"],"#
                + #""swap":"hands-exchanged","next":["do-not-register","capture-finger","entry-ban"],"#
                + #""capture_next":"right-index","candidates":[{"person":"P-1","score":9.000,"hit":true,"#
                + #""swap":"hands-exchanged"},{"person":"P-3","score":4.500,"hit":false,"swap":"none"}],"#
                + #""bans":[{"person":"P-1","removal":"9.0","kind":"expulsion","ground":"decision 17","#
                + #""owner":"national-security","from":"2025-07-01","until":null},"#
                + #"{"person":"P-2","removal":"10.1","kind":"readmission","ground":"treaty","owner":"interior","#
                + #""from":"2025-07-01","until":"2030-06-30"},"#
                + #"{"person":"P-3","removal":"11.0","kind":"expulsion","ground":"decision 18","owner":"interior","#
                + #""from":"2025-07-01","until":"2030-06-30"}],"#
                + #""refusals":[{"claim":"document:KGZ:R1","fact":"8.0","at":"2026-03-01T00:00:00Z","#
                + #""agency":"foreign-affairs","station":"tashkent"}],"#
                + #""search":{"searched":200,"gallery":1000,"not_compared":3,"snapshot":42,"matcher":"m1","#
                + #""threshold":5.146,"doubtful_threshold":4.146,"fpir":0.001,"fpir_lowest":0.0001,"#
                + #""fpir_highest":0.01},"warnings":[{"record":0,"view":0,"flaw":"one-spot","text":"3, allowed: 1"}],"#
                + #""due":"12.1","alerts":2,"sequence":12,"replay":true,"milliseconds":1.000,"key":"request-1"}"#)
    }

    @Test func whatIsNotThereIsNull() {
        let text = Assessment.newer.json(key: nil).text
        for member in ["person", "search", "due", "sequence"] {
            #expect(text.contains("\"\(member)\":null"), "\(member)")
        }
        #expect(text.contains(#""swap":"9""#) && text.contains(#""capture_next":"22""#) && !text.contains("key"))
    }

    /// Bans stand before everything else, each with whose it is: an officer who reads only the first lines sees them,
    /// and does not hold somebody for another's.
    @Test func bansComeFirstAndSayWhoseTheyAre() {
        let lines = Self.lines(.known)
        #expect(lines[0] == "!!! ENTRY BAN IN FORCE !!!")
        #expect(
            lines[1]
                == "!!! P-1 (the person recognised): expulsion; "
                + "Entry is forbidden without an end, from 1 July 2025 on; ground: decision 17; "
                + "to be told: bodies of national security; fact 9.0")
        #expect(lines[2].hasPrefix("!!! P-2 (the holder of what was claimed, not recognised by these fingers): readm"))
        #expect(lines[2].contains("from 1 July 2025 to 30 June 2030, the last day included"))
        #expect(lines[3].hasPrefix("!!! P-3 (may be meant, but was not recognised): expulsion"))
        #expect(lines[4] == "!!! Alerts raised to the bodies that recorded bans: 2")
        #expect(lines[5].hasPrefix("!!! Fingers were refused before under: document:KGZ:R1; 2026-03-01"))
        #expect(lines[5].hasSuffix("tashkent; fact 8.0"))
        #expect(lines[6] == "NOT REGISTERED")
        #expect(!Self.lines(.registered).contains { $0.contains("!!!") })
    }

    @Test func officersReadWhatWasFoundAndWhatToDo() {
        #expect(
            Array(Self.lines(.known).dropFirst(6)) == [
                "NOT REGISTERED", "This is the answer given before under this key: nothing was done now.",
                "The person is registered already, under ANOTHER identity.", "Number                       P-1",
                "Known by                     iin:990101300122", "What was claimed belongs to  P-2",
                "Attention                    right and left hand exchanged",
                "? Several registered persons have these fingers: one of them may be a second registration.",
                "What to do:", "  1. Do not register the person.",
                "  2. Take the finger named, and send the request again with it. >> right index finger (right-index)",
                "  3. An entry ban is in force: hold the person until it is settled whose ban it is, and tell the body "
                    + "that recorded it.",
                "candidate  score  by chance",
                "P-1        9.000      2e-07  hit              right and left hand exchanged",
                "P-3        4.500      0.006  below threshold",
                "Searched 200 of 1000 templates; registered persons not compared: 3 (42, m1)",
                "Threshold 5.146, in doubt from 4.146; false positive identification rate (FPIR): aimed at 0.001, "
                    + "it may really be 0.0001 to 0.01",
                "warning: record 1: one-spot: 3, allowed: 1", "Re-capture due: 12.1; Change: 12; 1.000 ms",
            ])
    }

    /// "Register the person" behind "registered" would have the officer do it twice.
    @Test func whoIsRegisteredIsNotToBeRegistered() {
        #expect(!Assessment.registered.text(.english).contains("Register the person"))
        let assessed = Assessment.registered.with("assessed")
        #expect(assessed.text(.english).contains("1. Register the person."))
        #expect(Assessment.registered.json(key: nil).text.contains(#""next":["register"]"#))
    }

    /// A word this program does not know is shown as it came, never left out.
    @Test func wordsOfANewerServerAreShown() {
        for language in Language.allCases {
            let text = Assessment.newer.text(language)
            for word in ["POSTPONED", "twin", "? weather", "1. call-a-doctor", "22", "9"] {
                #expect(text.contains(word), "\(word)")
            }
        }
    }

    /// Silence must not pass for "nobody".
    @Test func withoutASearchThatIsSaid() {
        #expect(Self.lines(.newer).contains { $0.hasPrefix("Nothing was searched") })
        #expect(!Self.lines(.registered).contains { $0.hasPrefix("Nothing was searched") })
    }

    @Test func aFingerIsNamedWithoutAStepToo() {
        var answer = Assessment.registered.with("not-registered")
        (answer.next, answer.captureNext) = (["adjudicate"], 7)
        #expect(Self.lines(answer).contains("  2. finger >> left index finger (left-index)"))
    }

    @Test func everyLanguageSaysItsOwn() {
        let kazakh = Self.lines(.known, .kazakh)
        #expect(kazakh[0] == "!!! КІРУГЕ ТЫЙЫМ ҚОЛДАНЫСТА !!!" && kazakh.contains("ТІРКЕЛМЕДІ"))
        #expect(kazakh.contains { $0.contains(">> оң қолдың сұқ саусағы (right-index)") })
        let russian = Self.lines(.known, .russian)
        #expect(russian[0] == "!!! ДЕЙСТВУЕТ ЗАПРЕТ НА ВЪЕЗД !!!" && russian.contains("НЕ ЗАРЕГИСТРИРОВАНО"))
        #expect(russian[1].contains("сообщить: органы национальной безопасности"))
        #expect(kazakh.count == Self.lines(.known).count && russian.count == kazakh.count)
    }

    /// Days that are none are shown as they came.
    @Test func aBanWithoutReadableDaysIsShown() {
        var answer = Assessment.known
        answer.bans[0].from = "2025-99-01"
        #expect(Self.lines(answer)[1].contains("2025-99-01 - none"))
        answer.bans[1].until = "2030-02-30"
        #expect(Self.lines(answer)[2].contains("2025-07-01 - 2030-02-30"))
    }
}
