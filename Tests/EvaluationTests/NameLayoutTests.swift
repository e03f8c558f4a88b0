import TamgaEvaluation
import TamgaTemplates
import Testing

@Suite("Names of files")
struct NameLayoutTests {
    @Test("Layouts are named in small letters or capitals")
    func names() {
        #expect(NameLayout(named: "FINGER_IMPRESSION") == .fingerImpression)
        #expect(NameLayout(named: "person_finger_impression") == .personFingerImpression)
        #expect(NameLayout(named: "impression") == nil)
    }

    @Test("A finger of a person")
    func person() throws {
        let name = try NameLayout.personFingerImpression.read("012_10_3.iso")
        #expect(name == SampleName(stem: "012_10_3", person: "012", position: .leftLittle, impression: 3))
        #expect(name.finger == "012_10")
    }

    @Test("A finger that is a person of its own")
    func finger() throws {
        let name = try NameLayout.fingerImpression.read("101_8.iso")
        #expect(name == SampleName(stem: "101_8", person: "101", position: .unknown, impression: 8))
        #expect(name.finger == "101")
    }

    @Test(
        "Other names are refused with a reason",
        arguments: [
            "101.iso", "101_8.fmr", "_1.iso", "101_.iso", "101_0.iso", "101_-1.iso", "101_+1.iso", "101_1_1.iso",
            "101_x.iso", ".iso",
        ])
    func misfits(name: String) {
        #expect(throws: Misfit.self) { try NameLayout.fingerImpression.read(name) }
    }

    @Test("Fingers beyond ten are refused", arguments: ["012_0_1.iso", "012_11_1.iso", "012_300_1.iso", "012_1.iso"])
    func fingers(name: String) {
        #expect(throws: Misfit.self) { try NameLayout.personFingerImpression.read(name) }
    }
}

@Suite("Fingers that are not different")
struct KnownExceptionsTests {
    @Test("The known pair, either way round, in its database only")
    func known() {
        let (one, other) = (("fvc2002_db3_b/mindtct", "108"), ("fvc2002_db3_b/mindtct", "102"))
        #expect(KnownExceptions.known.contains(one, other))
        #expect(KnownExceptions.known.contains(other, one))
        let person = ("neurotechnology_uareu/mindtct", "017")
        #expect(KnownExceptions.known.contains(person, ("neurotechnology_crossmatch/mindtct", "017")))
        #expect(!KnownExceptions.known.contains(person, ("neurotechnology_crossmatch/mindtct", "018")))
        #expect(!KnownExceptions.known.contains(person, person))
        #expect(KnownExceptions.known.contains(("fvc2004_db3_b/secugen", "102"), ("fvc2002_db3_b/secugen", "108")))
        #expect(!KnownExceptions.known.contains(("fvc2002_db1_b/mindtct", "108"), ("fvc2002_db1_b/mindtct", "102")))
        #expect(!KnownExceptions.known.contains(one, ("fvc2002_db3_b/mindtct", "101")))
        #expect(!KnownExceptions().contains(one, other))
    }

    @Test("Databases that share their fingers")
    func shared() {
        #expect(KnownExceptions.known.contains(("fvc2000_db2_b/mindtct", "104"), ("fvc2000_db1_b/mindtct", "104")))
        #expect(!KnownExceptions.known.contains(("fvc2000_db2_b/mindtct", "104"), ("fvc2000_db1_b/mindtct", "105")))
    }

    @Test("Pairs are read from a text")
    func text() throws {
        var exceptions = KnownExceptions()
        try exceptions.add("# twins\n101 107\n\n  abc/102   def/103 # sure\n")
        #expect(exceptions.contains(("x", "107"), ("y", "101")))
        #expect(exceptions.contains(("my_def/z", "103"), ("abc", "102")))
        #expect(!exceptions.contains(("abc", "103"), ("def", "102")))
        #expect(throws: ExceptionsError(line: 2)) { try exceptions.add("1 2\n1 2 3") }
    }
}
