import TamgaSynthesis
import TamgaTemplates

/// Fingers and captures that several tests look at.
enum Samples {
    static let fingers: [SyntheticFinger] = fingers(of: SyntheticPopulation(seed: 2_024), persons: 8)
    static let captures: [SyntheticCapture] = fingers.flatMap { finger in (1...3).map { finger.capture($0) } }

    static func fingers(of population: SyntheticPopulation, persons: Int) -> [SyntheticFinger] {
        (0..<persons).flatMap { index in
            let person = population.person(index)
            return FingerPosition.fingers.map { person.finger($0) }
        }
    }

    static func fingers(_ parameters: SynthesisParameters, persons: Int) throws -> [SyntheticFinger] {
        fingers(of: try SyntheticPopulation(seed: 2_024, parameters: parameters), persons: persons)
    }
}

/// FNV-1a over 64 bits: a fingerprint of bytes that needs no library.
struct ByteHash {
    private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

    mutating func add(_ bytes: [UInt8]) {
        for byte in bytes { value = (value ^ UInt64(byte)) &* 0x100_0000_01b3 }
    }
}

/// Counts and distances of a set of templates.
struct Statistics: CustomStringConvertible {
    var templates = 0
    var minutiae = 0
    var nearest: [Double] = []
    var endings = 0
    /// Nearest neighbours that point the same way, within a sixth of a turn.
    var agreeing = 0

    init(_ templates: [FingerTemplate]) {
        // What a matcher uses: quality 10 and better, or none reported.
        let usable = templates.map { $0.minutiae.filter { $0.quality == 0 || $0.quality >= 10 } }
        for minutiae in usable where minutiae.count > 2 { add(minutiae) }
    }

    var meanCount: Double { Double(minutiae) / Double(max(templates, 1)) }
    var meanNearest: Double { nearest.reduce(0, +) / Double(max(nearest.count, 1)) }
    var agreement: Double { Double(agreeing) / Double(max(nearest.count, 1)) }
    var endingShare: Double { Double(endings) / Double(max(minutiae, 1)) }

    private mutating func add(_ list: [Minutia]) {
        templates += 1
        minutiae += list.count
        endings += list.count { $0.kind == .ending }
        for (index, minutia) in list.enumerated() {
            var (least, neighbour) = (Int.max, minutia)
            for (other, candidate) in list.enumerated() where other != index {
                let squared = Self.squared(candidate, minutia)
                if squared < least { (least, neighbour) = (squared, candidate) }
            }
            nearest.append(Double(least).squareRoot())
            if Self.turn(neighbour.angle, minutia.angle) < 43 { agreeing += 1 }
        }
    }

    static func squared(_ a: Minutia, _ b: Minutia) -> Int {
        let (dx, dy) = (Int(a.x) - Int(b.x), Int(a.y) - Int(b.y))
        return dx * dx + dy * dy
    }

    /// Difference of two angles, 0 to 128 parts of 1/256 turn.
    static func turn(_ a: UInt8, _ b: UInt8) -> Int {
        let difference = Int(a &- b)
        return min(difference, 256 - difference)
    }

    var description: String {
        func short(_ value: Double) -> Double { (value * 100).rounded() / 100 }
        return "\(templates) templates, minutiae \(short(meanCount)), nearest neighbour \(short(meanNearest)) px, "
            + "endings \(short(endingShare)), agreeing neighbours \(short(agreement))"
    }
}
