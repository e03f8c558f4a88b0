import TamgaSynthesis
import TamgaTemplates
import Testing

@Suite("Orientation fields")
struct OrientationFieldTests {
    private static let fingers = (0..<5).flatMap { index in
        let person = SyntheticPopulation(seed: 11).person(index)
        return ([.unknown] + FingerPosition.fingers).map { person.finger($0) }
    }

    /// Half turns of the orientation along a small circle, walked counter-clockwise.
    private func halfTurns(of field: OrientationField, around centre: Vector, radius: Double) -> Int {
        let angles = (0...60).map { field.angle(at: centre + Vector(angle: Double($0) * Double.pi / 30) * radius) }
        let turned = zip(angles, angles.dropFirst()).reduce(0.0) { sum, pair in
            let step = pair.1 - pair.0
            return sum + step - (step / Double.pi).rounded() * Double.pi
        }
        return Int((turned / Double.pi).rounded())
    }

    @Test("turn half a turn around a core and back around a delta")
    func singularitiesHaveTheirIndex() {
        for finger in Self.fingers {
            for singularity in finger.field.singularities {
                let turns = halfTurns(of: finger.field, around: singularity.position, radius: 3)
                #expect(turns == (singularity.isCore ? 1 : -1), "\(finger.pattern) of person \(finger.person)")
            }
        }
    }

    @Test("have the cores and deltas of their class, which cancel far away")
    func classesHaveTheirSingularities() {
        for finger in Self.fingers {
            let cores = finger.field.singularities.count { $0.isCore }
            let expected = switch finger.pattern {
            case .arch: 0
            case .tentedArch, .leftLoop, .rightLoop: 1
            case .whorl, .doubleLoop: 2
            }
            #expect(cores == expected)
            #expect(finger.field.singularities.count == 2 * cores)
            #expect(halfTurns(of: finger.field, around: Vector(x: 0, y: 0), radius: 600) == 0)
        }
    }

    @Test("open loops to the side of their name")
    func loopsOpenToTheirSide() throws {
        for finger in Self.fingers where [.leftLoop, .rightLoop].contains(finger.pattern) {
            let core = try #require(finger.field.singularities.first { $0.isCore })
            let delta = try #require(finger.field.singularities.first { !$0.isCore })
            #expect((delta.position.x > core.position.x) == (finger.pattern == .leftLoop))
        }
    }

    @Test("have the gradient that differences of the angle show")
    func gradientMatchesDifferences() {
        var stream = SeededStream(seed: 3, path: 3)
        for finger in Self.fingers {
            let place = Vector(x: stream.uniform(-150.0...150), y: stream.uniform(-200.0...200))
            guard finger.field.singularities.allSatisfy({ ($0.position - place).length > 8 }) else { continue }
            let (field, gradient, step) = (finger.field, finger.field.gradient(at: place), 1e-4)
            for axis in [Vector(x: 1, y: 0), Vector(x: 0, y: 1)] {
                let raw = field.angle(at: place + axis * step) - field.angle(at: place - axis * step)
                let difference = raw - (raw / Double.pi).rounded() * Double.pi
                let slope = gradient.x * axis.x + gradient.y * axis.y
                #expect(abs(difference / (2 * step) - slope) < 1e-5, "\(finger.pattern)")
            }
        }
    }

    @Test("come in the shares that Henry surveys report: 64 % loops, 30 % whorls, 6 % arches")
    func classesHaveTheirShares() {
        var counts: [PatternClass: Int] = [:]
        for position in FingerPosition.fingers {
            for step in 0..<1_000 {
                counts[PatternClass.at(quantile: Double(step) / 1_000, position: position), default: 0] += 1
            }
        }
        func share(_ classes: PatternClass...) -> Double {
            Double(classes.reduce(0) { $0 + counts[$1, default: 0] }) / 10_000
        }
        #expect(abs(share(.leftLoop, .rightLoop) - 0.64) < 0.005)
        #expect(abs(share(.whorl, .doubleLoop) - 0.30) < 0.005)
        #expect(abs(share(.arch, .tentedArch) - 0.06) < 0.005)
        #expect(share(.leftLoop) == share(.rightLoop))
        #expect(Set(Self.fingers.map(\.pattern)).count >= 5)
    }
}
