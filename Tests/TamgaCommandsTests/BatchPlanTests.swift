import TamgaCommands
import TamgaTemplates
import Testing

/// Names of files under the two layouts, and how files go together.
@Suite struct BatchPlanTests {
    @Test func names() throws {
        let file = try Layout.personFingerImpression.read("012_10_3.iso")
        #expect(file == FileName(name: "012_10_3.iso", person: "012", position: .leftLittle, impression: 3))
        #expect(file.stem == "012_10_3")
        let single = try Layout.fingerImpression.read("101_1.iso")
        #expect(single == FileName(name: "101_1.iso", person: "101", position: .unknown, impression: 1))
    }

    @Test(arguments: [
        "012_3_1.fmr", "012_3.iso", "012_3_1_1.iso", "_3_1.iso", "012_0_1.iso", "012_11_1.iso", "012_x_1.iso",
        "012_3_0.iso", "012_3_x.iso", "012_3_.iso", "012__1.iso", ".iso", "README.md", "012_3_-1.iso", "012_259_1.iso",
    ])
    func misfits(name: String) throws {
        #expect(throws: Misfit.self) { try Layout.personFingerImpression.read(name) }
        let choice = try BatchChoice(.personFingerImpression)
        #expect(BatchPlan.persons([name], choice).misfits.map(\.name) == [name])
    }

    @Test(arguments: ["101_1.ISO", "101.iso", "_1.iso", "101_0.iso", "101_a.iso", "101_2_1.iso", ""])
    func misfitsOfSingleFingers(name: String) {
        #expect(throws: Misfit.self) { try Layout.fingerImpression.read(name) }
    }

    @Test func layoutsByName() {
        #expect(Layout.allCases.map(\.rawValue) == ["person_finger_impression", "finger_impression"])
        #expect(usage { () throws(CommandError) in try Layout(named: "fvc") }?.field == "--layout")
    }

    @Test func personsHaveAllTheirFiles() throws {
        let plan = BatchPlan.persons(Self.names, try BatchChoice(.personFingerImpression))
        #expect(plan.items.map(\.name) == ["012", "9"])
        #expect(plan.items[0].files.map(\.name) == ["012_2_1.iso", "012_2_2.iso", "012_7_1.iso", "012_7_2.iso"])
        #expect(plan.misfits.map(\.name) == ["notes.txt"])
        #expect(plan.leftOut == 0)
    }

    @Test func impressionsAreChosen() throws {
        let first = try BatchChoice(.personFingerImpression, impressions: NumberSet("1", option: ""))
        let plan = BatchPlan.persons(Self.names, first)
        #expect(plan.items.map { $0.files.map(\.stem) } == [["012_2_1", "012_7_1"]])
        #expect(plan.leftOut == 3)
    }

    @Test func probesOfAllFingersTogether() throws {
        let plan = BatchPlan.probes(Self.names, try BatchChoice(.personFingerImpression), single: false)
        #expect(plan.items.map(\.name) == ["012_1", "012_2", "9_3_4"])
        #expect(plan.items.map(\.person) == ["012", "012", "9"])
        #expect(plan.items[1].files.map(\.position) == [.rightIndex, .leftIndex])
    }

    @Test func probesOfOneFile() throws {
        let each = BatchPlan.probes(Self.names, try BatchChoice(.personFingerImpression), single: true)
        #expect(each.items.map(\.name) == ["012_2_1", "012_2_2", "012_7_1", "012_7_2", "9_3_4"])
        let left = try BatchChoice(.personFingerImpression, fingers: NumberSet("7", option: ""))
        let plan = BatchPlan.probes(Self.names, left, single: false)
        #expect(plan.items.map(\.name) == ["012_7_1", "012_7_2"])
        #expect(plan.leftOut == 3)
        let fvc = BatchPlan.probes(["101_2.iso", "101_1.iso"], try BatchChoice(.fingerImpression), single: false)
        #expect(fvc.items.map(\.name) == ["101_1", "101_2"])
        #expect(fvc.items.map(\.person) == ["101", "101"])
    }

    @Test func fingersNeedPositions() throws {
        let fingers = try NumberSet("2", option: "")
        let error = usage { () throws(CommandError) in try BatchChoice(.fingerImpression, fingers: fingers) }
        #expect(error?.field == "--fingers")
    }

    private static let names = [
        "9_3_4.iso", "012_7_2.iso", "012_2_1.iso", "notes.txt", "012_2_2.iso", "012_7_1.iso",
    ]
}
