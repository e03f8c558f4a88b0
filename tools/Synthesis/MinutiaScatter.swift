import TamgaTemplates

/// Throws minutiae on a finger's pad: random places of a density that follows the ridge flow, no two too close.
///
/// Where ridges spread, new ones must begin, and where they draw together some must end. The divergence of the
/// flow over the ridge period is the surplus of beginnings per area. It makes minutiae denser at cores and deltas,
/// and it makes neighbours point the same way there, as they do on real fingers.
struct MinutiaScatter {
    let field: OrientationField
    let pad: Ellipse
    /// Pixels from ridge to ridge.
    let ridgePeriod: Double
    /// Minutiae per square pixel where nothing makes them denser.
    let baseDensity: Double

    /// Candidates are drawn at so many times the base density and thinned out.
    private static let peak = 4.0
    /// How much of a surplus is taken over into density, and into directions.
    private static let densityShare = 0.5
    private static let directionShare = 0.75

    func draw(_ stream: inout SeededStream) -> [MasterMinutia] {
        let area = 4 * pad.halfWidth * pad.halfHeight
        let candidates = Int((area * baseDensity * Self.peak).rounded())
        var minutiae: [MasterMinutia] = []
        for _ in 0..<candidates {
            let place = Vector(
                x: pad.centre.x + stream.uniform(-pad.halfWidth...pad.halfWidth),
                y: pad.centre.y + stream.uniform(-pad.halfHeight...pad.halfHeight))
            let keep = stream.unit()
            guard pad.contains(place), isFree(place, among: minutiae) else { continue }
            if let minutia = minutia(at: place, keep: keep, &stream) { minutiae.append(minutia) }
        }
        return minutiae
    }

    private func isFree(_ place: Vector, among minutiae: [MasterMinutia]) -> Bool {
        let least = SynthesisLimits.masterSpacing * SynthesisLimits.masterSpacing
        return minutiae.allSatisfy { ($0.position - place).squaredLength >= least }
    }

    private func minutia(at place: Vector, keep: Double, _ stream: inout SeededStream) -> MasterMinutia? {
        let angle = field.angle(at: place)
        let surplus = field.divergence(at: place, along: angle) / ridgePeriod
        let bounded = min(max(surplus, -2 * baseDensity), 2 * baseDensity)
        let density = baseDensity * crowding(at: place) + Self.densityShare * bounded.magnitude
        guard keep * Self.peak * baseDensity < density else { return nil }
        let share = min(max(Self.directionShare * bounded / density, -0.9), 0.9)
        let along = stream.chance(0.5 + share / 2)
        let turned = angle + (along ? 0 : Double.pi) + stream.normal(sigma: 0.07)
        return MasterMinutia(
            position: place, direction: Vector(angle: turned),
            kind: stream.chance(0.55) ? .ending : .bifurcation,
            clarity: (stream.unit() + stream.unit()) / 2)
    }

    /// Density over the base: more near cores and deltas, less towards the outline.
    private func crowding(at place: Vector) -> Double {
        let near = field.singularities.reduce(0.0) { sum, singularity in
            let squared = (place - singularity.position).squaredLength
            return sum + 0.5 / (1 + squared / 900)
        }
        return 1.05 - 0.3 * pad.squaredRadius(of: place) + near
    }
}
