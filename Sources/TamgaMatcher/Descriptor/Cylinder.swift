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
        // SAFETY: what is allocated is set at once, and read within its size.
        return unsafe withUnsafeTemporaryAllocation(of: Float.self, capacity: bitCount) { memory -> Cylinder? in
            unsafe memory.initialize(repeating: 0)
            guard let base = memory.baseAddress else { return nil }
            let values = unsafe Floats(base)
            return collect(index, centre, turn, minutiae, tables, into: values)
        }
    }

    /// Adds up the neighbours of a minutia.
    private static func collect(
        _ index: Int, _ centre: PlacedMinutia, _ turn: SIMD2<Float>, _ minutiae: [PlacedMinutia],
        _ tables: CylinderTables, into values: Floats
    ) -> Cylinder? {
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
                scale: Reliability.neighbourByQuality[Int(neighbour.quality)], to: values)
        }
        return neighbours == 0 ? nil : Cylinder(thresholding: values)
    }

    private init(thresholding values: Floats) {
        words = .zero
        for word in 0..<(Self.bitCount + 63) / 64 {
            var bits: UInt64 = 0
            for bit in 64 * word..<min(64 * word + 64, Self.bitCount) {
                bits |= values[bit] >= MatcherConstants.bitThreshold ? 1 << UInt64(bit & 63) : 0
            }
            words[word] = bits
        }
    }
}

/// Cell centres and the two Gaussians of a cylinder as tables.
// SAFETY: written once, before anybody can read it, and never freed.
@safe
package struct CylinderTables: @unchecked Sendable {
    package static let shared = CylinderTables()
    package static let cellCount = 52

    /// Pixels from the minutia within which a neighbour counts.
    package let reach: Float
    private let cells: Floats
    /// For each place of the grid, row by row, the number of its cell; 255 outside the circle.
    private let cellNumbers: Bytes
    /// Gaussian of the distance by its square in quarter pixels^2.
    private let place: Floats
    /// Share of a section, by direction difference in 1/256 turn: `difference * 5 + section`.
    private let direction: Floats
    private let placeReachSquared: Float

    private init() {
        let sigma = MatcherConstants.placeSigma
        reach = MatcherConstants.radius + Float(3 * sigma)
        placeReachSquared = Float(9 * sigma * sigma)
        let (centres, numbers) = Self.cellCentres()
        cells = Self.kept(centres.flatMap { [$0.x, $0.y] })
        cellNumbers = Self.kept(numbers)
        place = Self.kept((0...Int(9 * sigma * sigma * 4) + 1).map { index in
            let squared = Double(index) / 4
            return Float(ExactMath.exp(-squared / (2 * sigma * sigma)) / (sigma * 2.5066282746310002))
        })
        direction = Self.kept(Self.directionShares())
    }

    private static func kept(_ values: [Float]) -> Floats {
        // SAFETY: as many elements are allocated as are written.
        let memory = UnsafeMutablePointer<Float>.allocate(capacity: values.count)
        for (index, value) in values.enumerated() { unsafe (memory + index).initialize(to: value) }
        return unsafe Floats(memory)
    }

    private static func kept(_ values: [UInt8]) -> Bytes {
        // SAFETY: as above.
        let memory = UnsafeMutablePointer<UInt8>.allocate(capacity: values.count)
        for (index, value) in values.enumerated() { unsafe (memory + index).initialize(to: value) }
        return unsafe Bytes(memory)
    }

    private static func cellCentres() -> ([SIMD2<Float>], [UInt8]) {
        let side = MatcherConstants.cellsPerSide
        let spacing = 2 * MatcherConstants.radius / Float(side)
        let middle = Float(side - 1) / 2
        var centres: [SIMD2<Float>] = []
        var numbers: [UInt8] = []
        for row in 0..<side {
            for column in 0..<side {
                let centre = SIMD2((Float(column) - middle) * spacing, (Float(row) - middle) * spacing)
                let isInside = (centre * centre).sum() <= MatcherConstants.radius * MatcherConstants.radius
                numbers.append(isInside ? UInt8(centres.count) : 255)
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
        u: Float, v: Float, direction difference: UInt8, scale: Float, to values: Floats
    ) {
        let sections = MatcherConstants.sections
        let shares = Int(difference) * sections
        for row in within(v) {
            for column in within(u) {
                let cell = Int(cellNumbers[row * MatcherConstants.cellsPerSide + column])
                guard cell < Self.cellCount else { continue }
                let du = cells[2 * cell] - u
                let dv = cells[2 * cell + 1] - v
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
