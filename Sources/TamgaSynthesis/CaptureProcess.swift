import TamgaTemplates

/// Turns a finger and the conditions of a touch into a template: what is seen, what is missed,
/// what is mistaken, then where the sensor and the extractor put it.
struct CaptureProcess {
    let finger: SyntheticFinger
    let conditions: CaptureConditions
    var stream: SeededStream

    private var parameters: SynthesisParameters { finger.parameters }

    mutating func run() -> SyntheticCapture {
        let genuine = genuineObservations()
        let count = Int((Double(genuine.count) * conditions.spurious).rounded())
        let ends = Int((Double(genuine.count) * conditions.outline).rounded())
        let all = genuine + outlineEnds(ends) + spuriousObservations(count)
        let kept = best(spaced(all.compactMap { place($0) })).sorted { Self.scanOrder($0.minutia, $1.minutia) }
        let template = FingerTemplate(
            position: finger.position, quality: fingerQuality(), width: parameters.sensorWidth,
            height: parameters.sensorHeight, minutiae: kept.map(\.minutia))
        return SyntheticCapture(template: template, sources: kept.map(\.source), conditions: conditions)
    }

    private struct Placed {
        var source: Int?
        var minutia: Minutia
    }

    /// As many as a view holds, the best by quality.
    private func best(_ placed: [Placed]) -> [Placed] {
        guard placed.count > TemplateLimits.minutiaePerView else { return placed }
        let ranked = placed.indices.sorted {
            let (one, other) = (placed[$0].minutia.quality, placed[$1].minutia.quality)
            return one != other ? one > other : $0 < $1
        }
        return ranked.prefix(TemplateLimits.minutiaePerView).map { placed[$0] }
    }

    /// An extractor reports line by line.
    private static func scanOrder(_ a: Minutia, _ b: Minutia) -> Bool {
        (a.y, a.x, a.angle) < (b.y, b.x, b.angle)
    }

    /// The finger's quality: what is left readable, with a judge's noise.
    private mutating func fingerQuality() -> UInt8 {
        let share = 1 - conditions.missing - conditions.spurious / 2
        return UInt8(min(max(100 * share + stream.normal(sigma: 6), 1), 100))
    }
}

extension CaptureProcess {
    /// The master's minutiae that touch the sensor, less those that are missed.
    private mutating func genuineObservations() -> [Observation] {
        let visible = finger.minutiae.indices.filter { conditions.shows(finger.minutiae[$0].position) }
        let weights = visible.map { missWeight(finger.minutiae[$0]) }
        let mean = weights.reduce(0, +) / Double(max(weights.count, 1))
        var observations: [Observation] = []
        for (index, weight) in zip(visible, weights) {
            let chanceOfMiss = min(conditions.missing * weight / mean, 0.97)
            guard !stream.chance(chanceOfMiss) else { continue }
            let isOuter = conditions.isAtOutline(finger.minutiae[index].position)
            guard !isOuter || stream.chance(0.5) else { continue }
            observations.append(observe(index, isOuter: isOuter))
        }
        return observations
    }

    /// How easily a minutia is missed, against others: faint ones, and those in bad areas.
    private func missWeight(_ minutia: MasterMinutia) -> Double {
        1.5 - 1.2 * minutia.clarity + 5 * conditions.badness(at: minutia.position)
    }

    private mutating func observe(_ index: Int, isOuter: Bool) -> Observation {
        let minutia = finger.minutiae[index]
        let badness = conditions.badness(at: minutia.position)
        let noise = 0.4 + 1.2 * conditions.grade
        let angle = stream.normal(sigma: parameters.angleSigmaDegrees * Double.pi / 180 * noise)
        let quality = isOuter
            ? stream.normal(18, sigma: 5) : stream.normal(35 + 55 * minutia.clarity - 40 * badness, sigma: 11)
        let flipped = stream.chance(parameters.kindFlips)
        return Observation(
            source: index,
            position: minutia.position
                + stream.normalVector(sigma: parameters.positionSigma * (0.5 + conditions.grade)),
            direction: minutia.direction.turned(by: Vector(angle: angle)),
            kind: flipped ? minutia.kind.other : minutia.kind, quality: quality)
    }
}

extension CaptureProcess {
    /// Where the sensor and the extractor put an observation; nil beyond the image.
    private func place(_ observation: Observation) -> Placed? {
        let point = conditions.sensorPoint(observation.position)
        let x = (point.x + Double(parameters.sensorWidth) / 2).rounded()
        let y = (Double(parameters.sensorHeight) / 2 - point.y).rounded()
        guard x >= 0, x < Double(parameters.sensorWidth), y >= 0, y < Double(parameters.sensorHeight),
            let column = Int16(exactly: x), let row = Int16(exactly: y)
        else { return nil }
        let direction = conditions.sensorDirection(observation.direction, at: observation.position)
        let minutia = Minutia(
            x: column, y: row, angle: angleCode(direction.angle), kind: observation.kind,
            quality: qualityCode(observation.quality))
        return Placed(source: observation.source, minutia: minutia)
    }

    private func angleCode(_ radians: Double) -> UInt8 {
        let step = parameters.habit == .coarse ? 8 : 1
        let steps = (radians * (128 / Double.pi) / Double(step)).rounded()
        return UInt8(truncatingIfNeeded: Int(steps) * step)
    }

    private func qualityCode(_ quality: Double) -> UInt8 {
        parameters.habit == .unreported ? 0 : UInt8(min(max(quality.rounded(), 1), 100))
    }

    /// Leaves out what lies too close to an earlier one: genuine minutiae come first.
    private func spaced(_ placed: [Placed]) -> [Placed] {
        let least = SynthesisLimits.impressionSpacing * SynthesisLimits.impressionSpacing
        return placed.reduce(into: []) { kept, next in
            let isFree = kept.allSatisfy { other in
                let (dx, dy) = (Int(other.minutia.x) - Int(next.minutia.x), Int(other.minutia.y) - Int(next.minutia.y))
                return Double(dx * dx + dy * dy) >= least
            }
            if isFree { kept.append(next) }
        }
    }
}

extension MinutiaKind {
    /// What a minutia of this kind is mistaken for.
    var other: MinutiaKind { self == .ending ? .bifurcation : .ending }
}
