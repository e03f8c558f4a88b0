import TamgaCommands
import TamgaRegistry
import TamgaTemplates
import TamgaWire
import Testing

/// From options to what is sent of somebody: everything checked here, nothing quoted.
@Suite struct SubjectOptionsTests {
    private let folder: Folder
    private var finger: FingerOption { get throws { try FingerOption("right-index=\(folder.path)/finger") } }

    init() throws { folder = try Folder(["finger": "FMR\0 20\0ridges"]) }

    private func error(_ options: SubjectOptions, withFinger: Bool = true) throws -> CommandError? {
        let fingers = withFinger ? [try finger] : []
        return usage { () throws(CommandError) in try options.subject(fingers: fingers, format: .iso2005) }
    }

    @Test func whatIsSaidIsSent() throws {
        let options = SubjectOptions(
            claims: ["document:uzb:aa-123", "names:DOE/JANE/1990-01-01"],
            notTaken: ["right-middle=bandaged", "left-palm=missing"], status: "foreigner", ground: "visa",
            place: "  Алматы,  ХҚКО ", officer: "A. Officer", fpir: "1e-3")
        let subject = try options.subject(fingers: [finger], format: .iso2005)
        #expect(subject.claims == ["document:UZB:AA123", "names:DOE/JANE/1990-01-01"])
        #expect(subject.status == "foreigner" && subject.ground == "visa" && subject.place == "Алматы, ХҚКО")
        #expect(subject.officer == "A. Officer" && subject.targetFPIR == 1_000_000)
        #expect(subject.fingers.map(\.position) == [2] && subject.fingers[0].record == Array("FMR\0 20\0ridges".utf8))
        #expect(
            subject.notTaken == [
                NotTakenFinger(position: 3, reason: "bandaged"), NotTakenFinger(position: 23, reason: "missing"),
            ])
    }

    @Test func nothingSaidIsNothingSent() throws {
        let subject = try SubjectOptions().subject(fingers: [finger], format: .iso2005)
        #expect(subject == CaptureSubject(fingers: subject.fingers) && subject.fingers.count == 1)
    }

    /// Each mistake names its option and what is allowed.
    @Test(arguments: [
        ("--claim", "iin:NUMBER", SubjectOptions(claims: ["passport AA123"])),
        ("--claim", "12 digits", SubjectOptions(claims: ["iin:990101300123"])),
        ("--claim", "A-Z, 3 letters", SubjectOptions(claims: ["document:UZ:AA123"])),
        ("--claim", "a date such as", SubjectOptions(claims: ["names:DOE/JANE/1990-02-30"])),
        ("--claim", "each once", SubjectOptions(claims: ["document:UZB:AA123", "document:uzb:aa123"])),
        ("--claim", "one IIN", SubjectOptions(claims: ["iin:000000000000", "iin:000000000010"])),
        ("--claim", "16 at most", SubjectOptions(claims: (0..<17).map { "document:UZB:AA\($0)" })),
        ("--not-taken", "right-middle=bandaged", SubjectOptions(notTaken: ["right-middle"])),
        ("--not-taken", "missing, bandaged, amputated, damaged", SubjectOptions(notTaken: ["right-middle=lost"])),
        ("--not-taken", "right-thumb right-index", SubjectOptions(notTaken: ["unknown=missing"])),
        ("--not-taken", "each once", SubjectOptions(notTaken: ["3=missing", "right-middle=damaged"])),
        ("--not-taken", "one of both", SubjectOptions(notTaken: ["right-index=missing"])),
        ("--status", "citizen, foreigner, stateless", SubjectOptions(status: "tourist")),
        ("--ground", "seafarer-document, residence", SubjectOptions(ground: "Visa")),
        ("--place", "1 to 256 bytes", SubjectOptions(place: " ")),
        ("--officer", "1 to 64 bytes", SubjectOptions(officer: String(repeating: "n", count: 65))),
        ("--fpir", "1e-9", SubjectOptions(fpir: "2")),
    ])
    func aMistakeNamesItsOption(option: String, limit: String, options: SubjectOptions) throws {
        let error = try error(options)
        #expect(error?.field == option)
        #expect(error?.limit?.contains(limit) == true, "\(String(describing: error))")
        for secret in ["AA1", "aa1", "9901", "DOE", "JANE", "0000000"] {
            #expect(error?.description.contains(secret) == false, "\(secret)")
        }
    }

    @Test func withoutAFingerEachOfTheTenHasAReason() throws {
        let nine = FingerPosition.fingers.dropLast().map { "\($0.name)=damaged" }
        #expect(try error(SubjectOptions(notTaken: nine), withFinger: false)?.field == "--finger")
        #expect(try error(SubjectOptions(), withFinger: false)?.field == "--finger")
        let subject = try SubjectOptions(notTaken: nine + ["left-little=missing"]).subject(fingers: [])
        #expect(subject.fingers.isEmpty && subject.notTaken.count == 10)
    }

    @Test func personsAreChecked() throws {
        #expect(try OptionValue.person("P-1") == "P-1")
        let number = RegistrationNumber.make(0x0123_4567_89AB_CDEF).text
        #expect(try OptionValue.person(number) == number)
        let last = number.last == "0" ? "1" : "0"
        for wrong in [String(number.dropLast()) + last, "", "a b", String(repeating: "P", count: 65)] {
            let error = usage { () throws(CommandError) in try OptionValue.person(wrong) }
            #expect(error?.field == "--person" && error?.limit != nil, "\(wrong)")
            #expect(wrong.isEmpty || error?.description.contains(wrong) == false)
        }
        // Not of our form: such names are in use where persons were enrolled directly.
        #expect(try OptionValue.person("TG-17") == "TG-17")
    }

    @Test func theLanguageIsTheOptionsThenTheEnvironments() throws {
        let variable = Language.variable
        #expect(try Language.chosen(nil, environment: [:]) == .english)
        #expect(try Language.chosen(nil, environment: [variable: ""]) == .english)
        #expect(try Language.chosen(nil, environment: [variable: "kk"]) == .kazakh)
        #expect(try Language.chosen("ru", environment: [variable: "kk"]) == .russian)
        #expect(try Language.chosen("ru", environment: [variable: "de"]) == .russian)
        let option = usage { () throws(CommandError) in try Language.chosen("de", environment: [:]) }
        #expect(option?.field == "--language" && option?.limit == "kk, ru, en")
        let environment = usage { () throws(CommandError) in try Language.chosen(nil, environment: [variable: "de"]) }
        #expect(environment?.field == "TAMGA_LANGUAGE")
    }
}
