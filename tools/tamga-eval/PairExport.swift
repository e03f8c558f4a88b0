import Dispatch
import Foundation
import Synchronization
import TamgaEvaluation
import TamgaMatcher

/// Matched minutiae of mated comparisons as pairs of cylinders: what the trainer of the signature learns from.
///
/// File: for each pair a little-endian u32 naming the set, a u32 of zero, five u64 of the one cylinder, five of
/// the other.
struct PairExport {
    /// Whether pairs are found by the cylinders themselves (first training) or by the shipped signature.
    let fromCylinders: Bool

    private struct Described: Sendable {
        let minutiae: [PlacedMinutia]
        let cylinders: [Cylinder]
        let finger: FingerDescriptor
    }

    func write(_ sets: [TrainingSet], to file: URL) throws -> Int {
        var bytes = Data()
        var count = 0
        for (index, set) in sets.enumerated() {
            let pairs = pairs(of: set)
            count += pairs.count
            for (one, other) in pairs {
                Self.append(UInt32(index), to: &bytes)
                Self.append(UInt32(0), to: &bytes)
                for cylinder in [one, other] {
                    for word in 0..<5 { Self.append(cylinder.words[word], to: &bytes) }
                }
            }
            FileHandle.standardError.write(Data("\(set.name): \(pairs.count) pairs\n".utf8))
        }
        try bytes.write(to: file)
        return count
    }

    private static func append(_ value: some FixedWidthInteger, to bytes: inout Data) {
        for byte in 0..<value.bitWidth / 8 { bytes.append(UInt8(truncatingIfNeeded: value >> (byte * 8))) }
    }

    private func pairs(of set: TrainingSet) -> [(Cylinder, Cylinder)] {
        let described = set.samples.map(describe)
        let rows = Mutex<[[(Cylinder, Cylinder)]]>(Array(repeating: [], count: described.count))
        DispatchQueue.concurrentPerform(iterations: described.count) { probe in
            var row: [(Cylinder, Cylinder)] = []
            for reference in described.indices
            where reference > probe && set.mayPair(probe, reference) {
                row += matched(described[probe], described[reference])
            }
            rows.withLock { $0[probe] = row }
        }
        return rows.withLock { $0.flatMap { $0 } }
    }

    private func describe(_ sample: Sample) -> Described {
        let minutiae = PlacedMinutia.selected(from: sample.template)
        let all = minutiae.indices.map { (minutiae[$0], Cylinder.around($0, in: minutiae)) }
        let kept = all.compactMap { minutia, cylinder in cylinder.map { (minutia, $0) } }
        return Described(
            minutiae: kept.map(\.0), cylinders: kept.map(\.1), finger: sample.descriptor)
    }

    /// Minutiae paired by B where the comparison is beyond doubt.
    private func matched(_ one: Described, _ other: Described) -> [(Cylinder, Cylinder)] {
        let comparison: ExactComparison
        if fromCylinders {
            comparison = ExactComparison(one.finger, other.finger) { i, j in
                let turn = abs(TurnTable.difference(one.minutiae[i].angle, other.minutiae[j].angle))
                return turn > 64 ? ExactComparison.beyondRotation : Self.distance(one.cylinders[i], other.cylinders[j])
            }
        } else {
            comparison = ExactComparison(one.finger, other.finger, maximumRotation: 64)
        }
        guard comparison.pairing.count >= 8, comparison.score > 0.8 else { return [] }
        return comparison.pairing.filter { $0.squaredDistance < 64 && abs($0.angle) < 0.3 }
            .map { (one.cylinders[$0.probe], other.cylinders[$0.reference]) }
    }

    /// Normalised distance of two bit vectors (MCC, section 4.1, for bits), stretched to look like that of signatures.
    private static func distance(_ one: Cylinder, _ other: Cylinder) -> Int {
        let apart = (one.words ^ other.words).nonzeroBitCount.wrappedSum()
        let sizes = (one.words.nonzeroBitCount.wrappedSum(), other.words.nonzeroBitCount.wrappedSum())
        let norm = Float(sizes.0).squareRoot() + Float(sizes.1).squareRoot()
        guard norm > 0 else { return 128 }
        let similarity = max(0, 2.2 * (1 - Float(apart).squareRoot() / norm) - 0.9)
        return max(0, Int(64 * (1 - similarity / 1.2)))
    }
}
