import TamgaMatcher

/// A one-to-one assignment of minutiae under an alignment.
struct PlainPairing: Sendable {
    struct Pair: Sendable, Hashable {
        var probe: Int
        var reference: Int
        /// Squared distance, pixels^2, and difference of direction, radians.
        var squaredDistance: Float
        var angle: Float
    }

    private(set) var pairs: [Pair] = []

    /// Greedy: the nearest first, by a Gaussian of distance and direction. Complexity: O(n^2).
    ///
    /// - Parameter places: where the minutiae of the probe lie in the reference's frame.
    init(
        places: [SIMD2<Float>], rotation: Float, gate: PairingGate, probe a: PlainPoints, reference b: PlainPoints,
        matrix: PlainSimilarity
    ) {
        var found: [(key: UInt64, pair: Pair)] = []
        let limit = gate.distance * gate.distance
        for i in 0..<a.count {
            let direction = ExactMath.wrap(a.directions[i] + rotation)
            for j in 0..<b.count {
                let apart = b.places[j] - places[i]
                let squared = (apart * apart).sum()
                guard squared < limit else { continue }
                let angle = ExactMath.wrap(direction - b.directions[j])
                guard abs(angle) < gate.angle else { continue }
                let pair = Pair(probe: i, reference: j, squaredDistance: squared, angle: angle)
                let cost = squared / limit + angle * angle / (gate.angle * gate.angle) + 1 - matrix[i, j]
                found.append((UInt64(cost.bitPattern) << 32 | UInt64(i << 8 | j), pair))
            }
        }
        found.sort { $0.key < $1.key }
        assign(found.lazy.map(\.pair))
    }

    private mutating func assign(_ ranked: some Sequence<Pair>) {
        var probes: UInt64 = 0
        var references: UInt64 = 0
        for pair in ranked {
            let probe: UInt64 = 1 << UInt64(pair.probe)
            let reference: UInt64 = 1 << UInt64(pair.reference)
            guard probes & probe == 0, references & reference == 0 else { continue }
            probes |= probe
            references |= reference
            pairs.append(pair)
        }
    }
}
