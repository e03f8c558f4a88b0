public import TamgaTemplates

/// A master palm: its ridge flow and all its minutiae, which whole impressions show and parts show a piece of.
///
/// Made of the pieces of the synthetic fingers; nothing in it was fitted to real palms, of which there are none here
/// (docs/SYNTHESIS.md).
public struct SyntheticPalm: Hashable, Sendable {
    /// How much of a palm an impression shows.
    public enum Coverage: UInt64, Hashable, Sendable, CaseIterable {
        /// About 1,600 by 1,600 pixels; of more than 255 minutiae the best by quality.
        case whole = 0
        /// About 800 by 800 pixels from anywhere.
        case part = 1
    }

    private let surface: SyntheticFinger
    private let person: SyntheticPerson

    /// Which hand's.
    public var position: FingerPosition { surface.position }

    init(person: SyntheticPerson, position: FingerPosition) {
        self.person = person
        var stream = SeededStream(
            seed: person.seed, path: StreamKey.palm, UInt64(bitPattern: Int64(person.index)), UInt64(position.rawValue))
        let parameters = person.parameters
        let field = OrientationField.palm(size: person.size, &stream)
        let pad = Ellipse(
            centre: Vector(x: 0, y: 0), halfWidth: SynthesisLimits.palmHalfWidth * person.size,
            halfHeight: SynthesisLimits.palmHalfHeight * person.size)
        let scatter = MinutiaScatter(
            field: field, pad: pad, ridgePeriod: stream.uniform(8.8...10.5),
            baseDensity: stream.uniform(SynthesisLimits.palmDensity), parameters: parameters.master)
        surface = SyntheticFinger(
            palmOf: person, position: position, field: field, pad: pad, minutiae: scatter.draw(&stream),
            parameters: parameters)
    }

    /// An impression of this palm: a view that an extractor might have made of one capture.
    ///
    /// - Parameter number: any integer; the same number and coverage give the same impression.
    public func impression(_ number: Int, _ coverage: Coverage = .whole) -> FingerTemplate {
        let parameters = surface.parameters.ofPalm(coverage)
        let shown = SyntheticFinger(
            palmOf: person, position: position, field: surface.field, pad: surface.pad, minutiae: surface.minutiae,
            parameters: parameters)
        var stream = SeededStream(
            seed: person.seed, path: StreamKey.palmImpression, UInt64(bitPattern: Int64(person.index)),
            UInt64(position.rawValue), UInt64(bitPattern: Int64(number)), coverage.rawValue)
        let conditions = CaptureConditions(finger: shown, stream: &stream)
        var process = CaptureProcess(finger: shown, conditions: conditions, stream: stream)
        return process.run().template
    }
}

extension SynthesisParameters {
    /// The same difficulty on a palm: more skin to stretch and to spoil, and less outline for its area.
    fileprivate func ofPalm(_ coverage: SyntheticPalm.Coverage) -> SynthesisParameters {
        var palm = self
        palm.distortion *= 5
        palm.outline = outline.lowerBound / 8...outline.upperBound / 8
        palm.badAreas = min(4 * badAreas.lowerBound, SynthesisLimits.badAreas)
            ... min(4 * badAreas.upperBound, SynthesisLimits.badAreas)
        palm.translationSigma *= 3
        switch coverage {
        case .whole:
            (palm.sensorWidth, palm.sensorHeight) = (1_700, 1_800)
            (palm.contactHalfWidth, palm.contactHalfHeight) = (760, 780)
            palm.contactSigma *= 4
        case .part:
            (palm.sensorWidth, palm.sensorHeight) = (900, 900)
            (palm.contactHalfWidth, palm.contactHalfHeight) = (400, 400)
            palm.contactSigma *= 16
        }
        return palm
    }
}

extension OrientationField {
    /// The deltas below the four fingers and the one above the wrist, a loop or two between, and a drift over it all.
    fileprivate static func palm(size: Double, _ stream: inout SeededStream) -> OrientationField {
        func singularity(_ x: Double, _ y: Double, isCore: Bool, sigma: Double) -> Singularity {
            let place = Vector(x: stream.normal(x, sigma: sigma), y: stream.normal(y, sigma: sigma)) * size
            return Singularity(position: place, isCore: isCore, correction: AngularCorrection())
        }
        var singularities = [(-480.0, 470.0), (-170, 590), (160, 590), (470, 480)].map {
            singularity($0.0, $0.1, isCore: false, sigma: 45)
        }
        singularities.append(singularity(0, -620, isCore: false, sigma: 70))
        for place in [(-300.0, 380.0), (0, 430), (320, 380)] where stream.chance(0.5) {
            singularities.append(singularity(place.0, place.1, isCore: true, sigma: 50))
        }
        if stream.chance(0.4) { singularities.append(singularity(350, -200, isCore: true, sigma: 120)) }
        let drift = Drift(
            x: stream.normal(sigma: 0.08), y: stream.normal(sigma: 0.08), xx: stream.normal(sigma: 0.02),
            xy: stream.normal(sigma: 0.02), yy: stream.normal(sigma: 0.02))
        return OrientationField(singularities: singularities, arching: Arching(), drift: drift)
    }
}
