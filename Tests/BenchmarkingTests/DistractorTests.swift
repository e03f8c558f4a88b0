import Foundation
import TamgaBenchmarking
import TamgaMatcher
import TamgaSynthesis
import TamgaTemplates
import Testing

@Suite struct DistractorTests {
    /// Synthetic impressions in the place of real ones.
    private static let reals = (0..<4).map { person in
        SyntheticPopulation(seed: 77).person(person).finger(.leftIndex).impression(1)
    }
    private static let source = DistractorSource(seed: 5, reals: reals, count: 40)

    @Test func mirroringTwiceIsTheIdentity() {
        for template in Self.reals {
            #expect(template.mirrored() != template)
            #expect(template.mirrored().mirrored() == template)
            #expect(template.mirrored().minutiae.count == template.minutiae.count)
        }
    }

    @Test func mirroringTurnsRightIntoLeft() {
        let minutia = Minutia(x: 10, y: 20, angle: 16, kind: .ending, quality: 50)
        let template = FingerTemplate(position: .unknown, width: 300, height: 400, minutiae: [minutia])
        let mirrored = template.mirrored().minutiae[0]
        #expect((mirrored.x, mirrored.y, mirrored.angle) == (289, 20, 112))
    }

    @Test func aFingerDependsOnTheSeedAlone() {
        let again = DistractorSource(seed: 5, reals: Self.reals, count: 40)
        let larger = DistractorSource(seed: 5, reals: Self.reals, count: 80)
        let other = DistractorSource(seed: 6, reals: Self.reals, count: 40)
        for index in [0, 7, 13, 25, 39] {
            #expect(Self.source.template(index) == again.template(index))
            #expect(Self.source.template(index) == larger.template(index))
            #expect(Self.source.template(index) != other.template(index))
            #expect(Self.source.mate(index, impression: 1) == again.mate(index, impression: 1))
            #expect(Self.source.mate(index, impression: 1) != again.mate(index, impression: 2))
        }
    }

    @Test func personsAreSyntheticAndRealInTurn() {
        #expect((0..<40).map(Self.source.isReal) == (0..<40).map { $0 / 10 % 2 == 1 })
        #expect(Self.source.position(0) == .rightThumb)
        #expect(Self.source.position(19) == .leftLittle)
        let synthetic = DistractorSource(seed: 5, reals: [], count: 40)
        #expect(!(0..<40).contains { synthetic.isReal($0) })
    }

    @Test func fingersOfOneBaseDiffer() {
        // Four templates serve the fingers 10 to 19 and 30 to 39, each several times.
        let templates = [10, 14, 18, 30, 34].map { Self.source.template($0).minutiae }
        #expect(Set(templates).count == templates.count)
    }

    @Test func mutatedFingersStayWithinTheirImage() {
        for index in 0..<40 {
            let template = Self.source.template(index)
            #expect(template.minutiae.count > 10)
            #expect(template.minutiae.allSatisfy {
                (0..<template.width).contains(Int($0.x)) && (0..<template.height).contains(Int($0.y))
            })
        }
    }

    @Test func aMateIsFoundAndAStrangerIsNot() {
        let fingers = (0..<12).map { FingerDescriptor(Self.source.template($0)) }
        for index in fingers.indices {
            let mate = FingerDescriptor(Self.source.mate(index, impression: 1))
            let scores = fingers.map { Matcher.compare(mate, $0) }
            #expect(scores.indices.max { scores[$0] < scores[$1] } == index)
        }
    }

    @Test func aFileGivesBackWhatWasDescribed() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("tamga-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        for _ in 0..<2 {
            // Made the first time, read the second.
            let file = try DistractorFile(Self.source, count: 40, folder: folder)
            #expect(file.count == 40)
            for index in 0..<40 {
                #expect(file.descriptor(index) == FingerDescriptor(Self.source.template(index)))
            }
        }
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        #expect(names.count == 1)
        try damageAndRead(folder, names)
    }

    /// A file cut short is made anew.
    private func damageAndRead(_ folder: URL, _ names: [String]) throws {
        guard let name = names.first else { return }
        let path = folder.appendingPathComponent(name)
        let whole = try Data(contentsOf: path)
        try whole.prefix(whole.count / 2).write(to: path)
        let file = try DistractorFile(Self.source, count: 40, folder: folder)
        #expect(file.descriptor(39) == FingerDescriptor(Self.source.template(39)))
        #expect(try Data(contentsOf: path) == whole)
    }
}
