/// How much likelier two minutiae stand as they do than if they did not know of each other.
///
/// Ridges are continuous: a ridge that begins must end, and where one begins beside another the next is likelier
/// to begin than to end. So two minutiae that point the same way stand on neighbouring ridges, one a little ahead
/// of the other; two that point at each other are the ends of a short ridge (of a valley, for bifurcations), and two
/// that point away from each other are rare. The factors were read from the pair densities of the development sets
/// in the frame of one minutia (docs/SYNTHESIS.md, "Neighbours").
struct PairInteraction {
    /// Pixels from ridge to ridge.
    let ridgePeriod: Double
    /// Exponent of the factors: 1 as measured, 0 none.
    let strength: Double

    /// Beyond this distance, pixels, minutiae do not know of each other.
    static let reach = 48.0

    /// The logarithm of the factor; `offset` leads from the first to the second.
    func logarithm(_ offset: Vector, from one: Vector, to other: Vector) -> Double {
        let squared = offset.squaredLength
        guard squared < Self.reach * Self.reach else { return 0 }
        let isSame = one.x * other.x + one.y * other.y > 0
        let axis = isSame ? one + other : one - other
        let length = max(axis.length, 1e-9)
        let along = (offset.x * axis.x + offset.y * axis.y) / length
        let across = ((offset.x * axis.y - offset.y * axis.x) / length).magnitude
        let fade = 1 - squared / (Self.reach * Self.reach)
        let factor = isSame ? same(along.magnitude, across) : opposite(along, across)
        return strength * factor * fade
    }

    /// Both point the same way.
    private func same(_ along: Double, _ across: Double) -> Double {
        let onNext = Self.bell(across - ridgePeriod, width: 3.5)
        let onSame = Self.bell(across, width: 3.5)
        return 0.0 + 0.5 * onNext * Self.bell(along - 10, width: 9) - 0.4 * onSame
    }

    /// They face each other (`along` positive) or turn their backs to each other.
    private func opposite(_ along: Double, _ across: Double) -> Double {
        let onNext = Self.bell(across - ridgePeriod, width: 3.5)
        let onSame = Self.bell(across, width: 3.5)
        let facing = along > 0 ? 0.1 : -0.3 * (1 - Self.bell(along, width: 6))
        return facing + 0.65 * onNext * Self.bell(along - 4, width: 6)
            + onSame * (0.9 * Self.bell(along - 20, width: 8) - 2 * Self.bell(along - 3, width: 8))
    }

    private static func bell(_ x: Double, width: Double) -> Double {
        let scaled = x / width
        return scaled > 4 || scaled < -4 ? 0 : PortableMath.exponential(-scaled * scaled / 2)
    }
}
