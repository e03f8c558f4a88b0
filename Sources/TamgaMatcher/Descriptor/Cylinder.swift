/// The neighbourhood of one minutia as 260 bits (52 cells of 5 sections), an intermediate of the signature.
package struct Cylinder: Hashable, Sendable {
    /// Bit `cell * 5 + section`, lowest word first.
    package var words: SIMD8<UInt64>

    package init(words: SIMD8<UInt64>) { self.words = words }

    package static let bitCount = CylinderTables.cellCount * MatcherConstants.sections

    package func isSet(_ bit: Int) -> Bool { words[bit >> 6] >> UInt64(bit & 63) & 1 == 1 }
}

extension Cylinder {
    /// The cylinder of minutia `index` among `minutiae`; nil when no neighbour lies near enough to say anything.
    ///
    /// Neighbours count by their reliability. Complexity: O(n). Source: MCC, section 3.1, in floating point of fixed
    /// order; the weighting is ours.
    package static func around(_ index: Int, in minutiae: [PlacedMinutia]) -> Cylinder? {
        let tables = CylinderTables.shared
        let centre = minutiae[index]
        let turn = TurnTable.halfSteps[2 * Int(centre.angle)]
        var values = [Float](repeating: 0, count: bitCount)
        var neighbours = 0
        for (other, neighbour) in minutiae.enumerated() where other != index {
            let dx = Float(Int(neighbour.x) - Int(centre.x))
            let dy = Float(Int(neighbour.y) - Int(centre.y))
            guard dx * dx + dy * dy <= tables.reach * tables.reach else { continue }
            neighbours += 1
            let u = turn.x * dx + turn.y * dy
            let v = turn.x * dy - turn.y * dx
            tables.add(
                u: u, v: v, direction: centre.angle &- neighbour.angle,
                scale: Reliability.neighbourByQuality[Int(neighbour.quality)], to: &values)
        }
        return neighbours == 0 ? nil : Cylinder(thresholding: values)
    }

    private init(thresholding values: [Float]) {
        words = .zero
        for (bit, value) in values.enumerated() where value >= MatcherConstants.bitThreshold {
            words[bit >> 6] |= 1 << UInt64(bit & 63)
        }
    }
}

/// Cell centres and the two Gaussians of a cylinder as tables.
package struct CylinderTables: Sendable {
    package static let shared = CylinderTables()
    package static let cellCount = 52

    /// Pixels from the minutia within which a neighbour counts.
    package let reach: Float
    private let cells: [SIMD2<Float>]
    /// For each place of the grid, row by row, the number of its cell; -1 outside the circle.
    private let cellNumbers: [Int8]
    /// Gaussian of the distance by its square in quarter pixels^2.
    private let place: [Float]
    /// Share of a section, by direction difference in 1/256 turn: `difference * 5 + section`.
    private let direction: [Float]
    private let placeReachSquared: Float

    private init() {
        let sigma = MatcherConstants.placeSigma
        reach = MatcherConstants.radius + Float(3 * sigma)
        placeReachSquared = Float(9 * sigma * sigma)
        (cells, cellNumbers) = Self.cellCentres()
        place = (0...Int(9 * sigma * sigma * 4) + 1).map { index in
            let squared = Double(index) / 4
            return Float(ExactMath.exp(-squared / (2 * sigma * sigma)) / (sigma * 2.5066282746310002))
        }
        direction = Self.directionShares()
    }

    private static func cellCentres() -> ([SIMD2<Float>], [Int8]) {
        let side = MatcherConstants.cellsPerSide
        let spacing = 2 * MatcherConstants.radius / Float(side)
        let middle = Float(side - 1) / 2
        var centres: [SIMD2<Float>] = []
        var numbers: [Int8] = []
        for row in 0..<side {
            for column in 0..<side {
                let centre = SIMD2((Float(column) - middle) * spacing, (Float(row) - middle) * spacing)
                let isInside = (centre * centre).sum() <= MatcherConstants.radius * MatcherConstants.radius
                numbers.append(isInside ? Int8(centres.count) : -1)
                if isInside { centres.append(centre) }
            }
        }
        return (centres, numbers)
    }

    /// The integral of the direction's Gaussian over each section, by Simpson's rule.
    private static func directionShares() -> [Float] {
        let sections = MatcherConstants.sections
        let width = 2 * ExactMath.pi / Double(sections)
        return (0..<256 * sections).map { index in
            let difference = Double(index / sections) / 256 * 2 * ExactMath.pi
            let centre = (Double(index % sections) + 0.5) * width - ExactMath.pi
            var offset = centre - difference
            if offset > ExactMath.pi { offset -= 2 * ExactMath.pi }
            if offset < -ExactMath.pi { offset += 2 * ExactMath.pi }
            return Float(integral(from: offset - width / 2, to: offset + width / 2))
        }
    }

    private static func integral(from low: Double, to high: Double) -> Double {
        let sigma = MatcherConstants.directionSigma
        let steps = 64
        let step = (high - low) / Double(steps)
        var sum = 0.0
        for index in 0...steps {
            let x = low + Double(index) * step
            let weight = index == 0 || index == steps ? 1.0 : (index % 2 == 1 ? 4.0 : 2.0)
            sum += weight * ExactMath.exp(-x * x / (2 * sigma * sigma))
        }
        return sum * step / 3 / (sigma * 2.5066282746310002)
    }

    /// Adds one neighbour at (u, v) in the minutia's own frame to the cells it reaches.
    fileprivate func add(
        u: Float, v: Float, direction difference: UInt8, scale: Float, to values: inout [Float]
    ) {
        let sections = MatcherConstants.sections
        let shares = Int(difference) * sections
        for row in within(v) {
            for column in within(u) {
                let cell = Int(cellNumbers[row * MatcherConstants.cellsPerSide + column])
                guard cell >= 0 else { continue }
                let du = cells[cell].x - u
                let dv = cells[cell].y - v
                let squared = du * du + dv * dv
                guard squared <= placeReachSquared else { continue }
                let weight = scale * place[Int(squared * 4 + 0.5)]
                for section in 0..<sections {
                    values[cell * sections + section] += weight * direction[shares + section]
                }
            }
        }
    }

    /// The rows or columns of the grid that a neighbour at this coordinate can reach, with one to spare.
    private func within(_ coordinate: Float) -> Range<Int> {
        let side = MatcherConstants.cellsPerSide
        let spacing = 2 * MatcherConstants.radius / Float(side)
        let middle = coordinate / spacing + Float(side - 1) / 2
        let reach = (reach - MatcherConstants.radius) / spacing
        let low = max(0, min(side, Int(middle - reach) - 1))
        return low..<max(low, min(side, Int(middle + reach) + 2))
    }
}
