internal import TamgaKernels

/// Minutiae that lie together under an alignment.
package enum Pairing {
    package struct Pair: Sendable, Hashable {
        package var probe: Int
        package var reference: Int
        /// Squared distance, pixels^2, and difference of direction, radians.
        package var squaredDistance: Float
        package var angle: Float
    }
}

extension ComparisonWorkspace {
    /// Lays the probe where a motion puts it.
    func place(_ probe: PreparedFinger, by motion: RigidMotion) {
        motion.write(to: scratch, at: 0)
        // SAFETY: columns of 64.
        unsafe kernels.move(probe.points.base, probe.count, scratch.base, placed.base)
    }

    /// Lists the pairs nearer than the root of `limit` pixels that turn by less than `gate` radians, and a few that
    /// turn by more.
    ///
    /// - Returns: how many lie in `near`.
    func findNear(within limit: Float, turned gate: Float, _ rows: Int, _ columns: Int) -> Int {
        // SAFETY: columns of 64, lists of 64 x 64 and a vector more.
        unsafe kernels.findNear(
            placed.base, rows, reference.base, referenceIndex.base, columns, limit, gate, table.base, scratch.base,
            near.pairs.base, near.squares.base, near.angles.base, near.distances.base)
    }

    /// A one-to-one assignment of minutiae: the nearest first, by a Gaussian of distance and direction and likeness.
    ///
    /// - Returns: how many pairs lie in `paired`. Complexity: O(n^2).
    func pair(_ gate: PairingGate, _ rows: Int, _ columns: Int, _ tables: ComparisonTables) -> Int {
        let limit = gate.distance * gate.distance
        let found = findNear(within: limit, turned: gate.angle, rows, columns)
        // SAFETY: lists of that many, a table of 256.
        let count = unsafe kernels.costs(
            near.pairs.base, near.squares.base, near.angles.base, near.distances.base, found,
            tables.similarity.base, limit, gate.angle, costs.base)
        Sorting.ascending(costs, count: count, into: order, kernels)
        return assign(count)
    }

    private func assign(_ count: Int) -> Int {
        var probes: UInt64 = 0
        var references: UInt64 = 0
        var chosen = 0
        for rank in 0..<count {
            let index = Int(order[rank])
            let probe: UInt64 = 1 << UInt64(near.probe(index))
            let reference: UInt64 = 1 << UInt64(near.reference(index))
            guard probes & probe == 0, references & reference == 0 else { continue }
            probes |= probe
            references |= reference
            paired.pairs[chosen] = near.pairs[index]
            paired.squares[chosen] = near.squares[index]
            paired.angles[chosen] = near.angles[index]
            paired.distances[chosen] = near.distances[index]
            chosen += 1
        }
        return chosen
    }

    /// A copy of the pairs for whoever looks.
    func pairs(_ count: Int) -> [Pairing.Pair] {
        (0..<count).map {
            Pairing.Pair(
                probe: paired.probe($0), reference: paired.reference($0), squaredDistance: paired.squares[$0],
                angle: paired.angles[$0])
        }
    }
}
