import TamgaTemplates
import Testing

@Suite struct FingerSwapTests {
    @Test func theOtherHandAndBack() {
        #expect(FingerPosition.rightThumb.mirrored == .leftThumb && FingerPosition.leftLittle.mirrored == .rightLittle)
        for position in FingerPosition.allCases {
            #expect(position.mirrored.mirrored == position)
            #expect((position.mirrored == position) == !position.isNamed)
            let names = [position.name, position.mirrored.name].map { $0.split(separator: "-").last }
            #expect(names[0] == names[1])
        }
    }

    @Test func onlyNamesContradict() {
        #expect(FingerPosition.rightIndex.contradicts(.leftIndex))
        #expect(!FingerPosition.rightIndex.contradicts(.rightIndex))
        #expect(!FingerPosition.unknown.contradicts(.leftIndex) && !FingerPosition.leftIndex.contradicts(.unknown))
    }
}
