import TamgaTemplates
import Testing

@Suite struct PalmPositionTests {
    private static let unknown: [FingerPosition] = [.unknown, .unknownPalm]

    @Test func namesAndCodesComeBack() {
        for position in FingerPosition.allCases {
            #expect(FingerPosition(nameOrCode: position.name) == position)
            #expect(FingerPosition(nameOrCode: "\(position.rawValue)") == position)
        }
        #expect(FingerPosition(nameOrCode: "left-palm") == .leftPalm)
        #expect(FingerPosition(nameOrCode: "20") == .unknownPalm)
        #expect(["11", "19", "22", "24", "palm"].allSatisfy { FingerPosition(nameOrCode: $0) == nil })
        #expect(FingerPosition.fingers.map(\.rawValue) == Array(1...10))
        #expect(FingerPosition.palms.map(\.rawValue) == [21, 23])
    }

    @Test func aFingerIsNeverAPalm() {
        for one in FingerPosition.allCases {
            for other in FingerPosition.allCases {
                let isKin = one.isPalm == other.isPalm
                let isOpen = one == other || Self.unknown.contains(one) || Self.unknown.contains(other)
                #expect(one.mayEqual(other) == (isKin && isOpen), "\(one) \(other)")
                #expect(one.contradicts(other) == (isKin && !isOpen), "\(one) \(other)")
            }
        }
    }

    @Test func palmsHaveAnotherHand() {
        #expect(FingerPosition.rightPalm.mirrored == .leftPalm && FingerPosition.leftPalm.mirrored == .rightPalm)
        #expect(FingerPosition.unknownPalm.mirrored == .unknownPalm)
        #expect(FingerPosition.leftPalm.unnamed == .unknownPalm && FingerPosition.leftRing.unnamed == .unknown)
        #expect(FingerPosition.allCases.filter { !$0.isNamed } == Self.unknown)
    }

    @Test func frictionRidgeCodes() {
        let expected: [UInt8: FingerPosition] = [
            0: .unknown, 1: .rightThumb, 10: .leftLittle, 11: .rightThumb, 12: .leftThumb, 20: .unknownPalm,
            21: .rightPalm, 22: .rightPalm, 25: .rightPalm, 26: .rightPalm, 29: .rightPalm, 31: .rightPalm,
            32: .rightPalm, 33: .rightPalm, 37: .rightPalm, 81: .rightPalm, 83: .rightPalm, 85: .rightPalm,
            23: .leftPalm, 24: .leftPalm, 27: .leftPalm, 28: .leftPalm, 30: .leftPalm, 34: .leftPalm, 35: .leftPalm,
            36: .leftPalm, 38: .leftPalm, 82: .leftPalm, 84: .leftPalm, 86: .leftPalm,
        ]
        for code in UInt8.min...UInt8.max {
            let position = FingerPosition(frictionRidgeCode: code)
            if (1...10).contains(code) {
                #expect(position?.rawValue == code)
            } else {
                #expect(position == expected[code], "code \(code)")
            }
        }
    }

    /// The table of ISO/IEC 19794-2:2005 ends at 10; a record that says more is read as ANSI/NIST-ITL has it.
    @Test func aRecordOfAPalm() throws {
        let minutia = Minutia(x: 5, y: 5, angle: 1, kind: .ending, quality: 50)
        let palm = FingerTemplate(position: .rightPalm, width: 10, height: 10, minutiae: [minutia])
        var bytes = try ISO19794_2_2005.encode([palm])
        let codes: [(UInt8, FingerPosition)] = [(20, .unknownPalm), (32, .rightPalm), (36, .leftPalm), (21, .rightPalm)]
        for (code, position) in codes {
            bytes[24] = code
            let record = try ISO19794_2_2005.decode(bytes)
            #expect(record.deviations == [TemplateDeviation(.codeOfAnotherStandard, view: 1)])
            #expect(record.views[0].position.rawValue == code)
            #expect(try record.templates().map(\.position) == [position])
        }
    }
}
