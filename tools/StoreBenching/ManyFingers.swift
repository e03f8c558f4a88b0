import TamgaGallery
import TamgaSynthesis
import TamgaTemplates

/// As many different finger records as wanted, quickly: those of some made-up persons, every minutia moved a little.
///
/// For measuring how long a store of this size takes, not for searching it.
struct ManyFingers: Sendable {
    private static let persons = 200
    private let templates: [[FingerTemplate]]
    private let seed: UInt64

    init(seed: UInt64) {
        let population = SyntheticPopulation(seed: seed)
        self.seed = seed
        templates = Parallel.map(count: Self.persons, workers: Parallel.cores) { index in
            FingerPosition.fingers.map { population.person(index).finger($0).impression(0) }
        }
    }

    /// A person's record of one of ten fingers.
    func record(person: Int, finger: Int) throws -> [UInt8] {
        var random = Steps(state: seed ^ UInt64(person * 16 + finger + 1) &* 0x9E37_79B9_7F4A_7C15)
        let base = templates[person % Self.persons][finger % 10]
        let minutiae = base.minutiae.map { minutia in
            Minutia(
                x: Self.moved(minutia.x, random.step(6), base.width),
                y: Self.moved(minutia.y, random.step(6), base.height),
                angle: minutia.angle &+ UInt8(truncatingIfNeeded: random.step(6)), kind: minutia.kind,
                quality: minutia.quality)
        }
        return try ISO19794_2_2005.encode([
            FingerTemplate(
                position: base.position, quality: base.quality, width: base.width, height: base.height,
                minutiae: minutiae)
        ])
    }

    /// Kept within the image.
    private static func moved<Size: BinaryInteger>(_ value: Int16, _ step: Int, _ size: Size) -> Int16 {
        Int16(min(max(0, Int(value) + step), Int(size) - 1))
    }
}

/// Small steps either way, the same for the same state.
private struct Steps {
    var state: UInt64

    mutating func step(_ most: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int(state >> 33) % (2 * most + 1) - most
    }
}
