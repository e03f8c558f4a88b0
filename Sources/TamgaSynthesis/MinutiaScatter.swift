import TamgaTemplates

/// Throws minutiae on a finger's pad: a marked point process with pair interactions, no two too close.
///
/// Where ridges spread, new ones must begin, and where they draw together some must end. The divergence of the
/// flow over the ridge period is the surplus of beginnings per area. It makes minutiae denser at cores and deltas,
/// and it makes neighbours point the same way there, as they do on real fingers. What neighbours have to do with
/// each other beyond that says `PairInteraction`; the places are drawn from both by Metropolis' method.
struct MinutiaScatter {
    let field: OrientationField
    let pad: Ellipse
    /// Pixels from ridge to ridge.
    let ridgePeriod: Double
    /// Minutiae per square pixel where nothing makes them denser.
    let baseDensity: Double
    let parameters: MasterParameters

    /// Sites are drawn at so many times the density that minutiae will have, and taken with one chance in as many.
    private static let peak = 4.0
    private static let sitesPerMinutia = 6.0
    /// Proposed moves for each minutia. Pair densities no longer change beyond a dozen.
    private static let movesPerMinutia = 12

    /// A place where a minutia may be.
    private struct Site {
        var position: Vector
        /// Ridge orientation, radians.
        var angle: Double
        var direction: Vector
    }

    func draw(_ stream: inout SeededStream) -> [MasterMinutia] {
        let sites = drawSites(&stream)
        var state = Placement(
            sites: sites.map { ($0.position, $0.direction) },
            interaction: PairInteraction(ridgePeriod: ridgePeriod, strength: parameters.interaction))
        let wanted = Int((Double(sites.count) / Self.sitesPerMinutia).rounded())
        state.fill(upTo: wanted)
        for _ in 0..<(Self.movesPerMinutia * state.taken.count) { state.move(&stream) }
        return state.taken.map { finish(sites[$0], &stream) }
    }

    private func finish(_ site: Site, _ stream: inout SeededStream) -> MasterMinutia {
        let turn = stream.normal(sigma: parameters.flowDeviation)
        return MasterMinutia(
            position: site.position, direction: site.direction.turned(by: Vector(angle: turn)),
            kind: stream.chance(0.62) ? .ending : .bifurcation,
            clarity: (stream.unit() + stream.unit()) / 2)
    }

    private func drawSites(_ stream: inout SeededStream) -> [Site] {
        let area = 4 * pad.halfWidth * pad.halfHeight
        let candidates = Int((area * baseDensity * Self.peak * Self.sitesPerMinutia).rounded())
        return (0..<candidates).compactMap { _ in
            let place = Vector(
                x: pad.centre.x + stream.uniform(-pad.halfWidth...pad.halfWidth),
                y: pad.centre.y + stream.uniform(-pad.halfHeight...pad.halfHeight))
            let (keep, sign) = (stream.unit(), stream.unit())
            return pad.contains(place) ? site(at: place, keep: keep, sign: sign) : nil
        }
    }

    private func site(at place: Vector, keep: Double, sign: Double) -> Site? {
        let most = (baseDensity * (1.05 + crowding(at: place)) + 2 * parameters.densityShare * baseDensity)
        guard keep * Self.peak * baseDensity < most else { return nil }
        let angle = field.angle(at: place)
        let surplus = field.divergence(at: place, along: angle) / ridgePeriod
        let bounded = min(max(surplus, -2 * baseDensity), 2 * baseDensity)
        let density =
            baseDensity * (1.05 - 0.3 * pad.squaredRadius(of: place) + crowding(at: place))
            + parameters.densityShare * bounded.magnitude
        guard keep * Self.peak * baseDensity < density else { return nil }
        let share = min(max(parameters.directionShare * bounded / density, -0.9), 0.9)
        let ridge = Vector(angle: angle)
        return Site(position: place, angle: angle, direction: sign < 0.5 + share / 2 ? ridge : ridge * -1)
    }

    /// What nearness to cores and deltas adds to the density, over the base.
    private func crowding(at place: Vector) -> Double {
        field.singularities.reduce(0.0) { sum, singularity in
            sum + parameters.crowding / (1 + (place - singularity.position).squaredLength / 900)
        }
    }
}
