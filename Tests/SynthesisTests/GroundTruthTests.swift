import TamgaSynthesis
import TamgaTemplates
import Testing

@Suite("The truth about synthetic impressions")
struct GroundTruthTests {
    /// Where a minutia lies in the finger's frame once the motion is undone.
    private struct Place {
        var position: Vector
        var angle: Double

        func isNear(_ other: Place) -> Bool {
            let turn = Vector(angle: angle - other.angle)
            return (position - other.position).length < 14 && turn.x > 0.87
        }
    }

    private func places(_ capture: SyntheticCapture) -> [Place] {
        capture.template.minutiae.map {
            Place(position: capture.fingerPoint(of: $0), angle: capture.fingerAngle(of: $0))
        }
    }

    /// Share of the smaller set that has a neighbour in the other, motions undone, sources not consulted.
    private func overlap(_ a: SyntheticCapture, _ b: SyntheticCapture) -> Double {
        let (smaller, larger) = a.sources.count < b.sources.count ? (places(a), places(b)) : (places(b), places(a))
        let found = smaller.count { place in larger.contains { $0.isNear(place) } }
        return Double(found) / Double(max(smaller.count, 1))
    }

    private func mean(_ values: [Double]) -> Double { values.reduce(0, +) / Double(max(values.count, 1)) }

    @Test("names the master minutia that each genuine one shows")
    func sourcesAreTrue() {
        var (count, far) = (0, 0)
        for (number, capture) in Samples.captures.enumerated() {
            let finger = Samples.fingers[number / 3]
            let named = capture.sources.compactMap { $0 }
            #expect(Set(named).count == named.count)
            for (place, source) in zip(places(capture), capture.sources) {
                guard let source else { continue }
                let master = finger.minutiae[source]
                count += 1
                if !place.isNear(Place(position: master.position, angle: master.direction.angle)) { far += 1 }
            }
        }
        #expect(Double(far) / Double(count) < 0.01, "\(far) of \(count)")
    }

    @Test("shows in impressions of one finger and not in those of two")
    func fingersCanBeToldApart() {
        let fingers = Samples.fingers
        let pairs = fingers.map { ($0.capture(1), $0.capture(2)) }
        let mated = pairs.map { overlap($0.0, $0.1) }
        let other = pairs.indices.map { overlap(pairs[$0].0, pairs[($0 + 1) % pairs.count].1) }
        print("overlap, mated:", mean(mated), "lowest", mated.min() ?? 0)
        print("overlap, non-mated:", mean(other), "highest", other.max() ?? 0)
        #expect(mean(mated) > 0.55)
        #expect(mean(other) < 0.35)
        #expect(zip(mated, other).count { $0.0 > $0.1 } * 100 >= 97 * mated.count)
    }

    @Test("is harder to see the harder the level")
    func difficultiesAreOrdered() {
        let overlaps = SynthesisDifficulty.allCases.map { level in
            let fingers = Samples.fingers(of: SyntheticPopulation(seed: 31, difficulty: level), persons: 4)
            return mean(fingers.map { overlap($0.capture(1), $0.capture(2)) })
        }
        print("overlap by difficulty (easy, normal, hard):", overlaps)
        #expect(overlaps[0] > overlaps[1] + 0.05)
        #expect(overlaps[1] > overlaps[2] + 0.05)
    }

    @Test("shows different parts of a finger in different impressions")
    func impressionsSeeDifferentParts() {
        let seen = Samples.fingers.map { finger in
            (1...4).reduce(into: Set<Int>()) { $0.formUnion(finger.capture($1).sources.compactMap { $0 }) }.count
        }
        let single = Samples.fingers.map { $0.capture(1).sources.count { $0 != nil } }
        #expect(Double(seen.reduce(0, +)) > 1.2 * Double(single.reduce(0, +)))
    }
}
