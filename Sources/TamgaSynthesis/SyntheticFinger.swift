public import TamgaTemplates

/// A master finger: its ridge flow and all its minutiae, a larger area than any impression shows.
public struct SyntheticFinger: Hashable, Sendable {
    /// Number of the person.
    public let person: Int
    public let position: FingerPosition
    package let pattern: PatternClass
    package let field: OrientationField
    package let pad: Ellipse
    package let minutiae: [MasterMinutia]
    /// Against an average index finger.
    let size: Double
    /// How badly this finger prints on the whole, 0 to 1.
    let skin: Double
    let seed: UInt64
    let parameters: SynthesisParameters

    /// Chance that a finger takes its pattern intensity from its person, not from itself.
    private static let kinship = 0.55

    init(person: SyntheticPerson, position: FingerPosition) {
        var stream = Self.stream(person, position)
        let pattern = Self.pattern(person, position, &stream)
        let size = person.size * position.relativeSize * min(max(stream.normal(1, sigma: 0.03), 0.9), 1.1)
        skin = stream.chance(Self.kinship) ? person.skin : stream.unit()
        let field = OrientationField.draw(
            pattern, size: size, variety: person.parameters.master.variety, stream: &stream)
        let pad = Ellipse(
            centre: Vector(x: 0, y: 0), halfWidth: SynthesisLimits.padHalfWidth * size,
            halfHeight: SynthesisLimits.padHalfHeight * size)
        let scatter = MinutiaScatter(
            field: field, pad: pad, ridgePeriod: stream.uniform(8.3...9.8),
            baseDensity: stream.uniform(person.parameters.master.density), parameters: person.parameters.master)
        self.minutiae = scatter.draw(&stream)
        (self.person, self.position, self.pattern) = (person.index, position, pattern)
        (self.field, self.pad, self.size) = (field, pad, size)
        (self.seed, self.parameters) = (person.seed, person.parameters)
    }

    static func stream(_ person: SyntheticPerson, _ position: FingerPosition) -> SeededStream {
        SeededStream(
            seed: person.seed, path: StreamKey.finger, UInt64(bitPattern: Int64(person.index)),
            UInt64(position.rawValue))
    }

    static func pattern(
        _ person: SyntheticPerson, _ position: FingerPosition, _ stream: inout SeededStream
    ) -> PatternClass {
        let own = stream.unit()
        return PatternClass.at(quantile: stream.chance(kinship) ? person.tendency : own, position: position)
    }

    /// A palm's surface: the same things, drawn by ``SyntheticPalm``.
    init(
        palmOf person: SyntheticPerson, position: FingerPosition, field: OrientationField, pad: Ellipse,
        minutiae: [MasterMinutia], parameters: SynthesisParameters
    ) {
        (self.person, self.position, self.pattern) = (person.index, position, .arch)
        (self.field, self.pad, self.minutiae) = (field, pad, minutiae)
        (self.size, self.skin, self.seed, self.parameters) = (person.size, person.skin, person.seed, parameters)
    }

    /// An impression of this finger: a view that an extractor might have made of one capture.
    ///
    /// - Parameter number: any integer; the same number gives the same impression.
    public func impression(_ number: Int) -> FingerTemplate {
        capture(number).template
    }

    /// An impression together with the truth about it.
    package func capture(_ number: Int) -> SyntheticCapture {
        var stream = SeededStream(
            seed: seed, path: StreamKey.impression, UInt64(bitPattern: Int64(person)),
            UInt64(position.rawValue), UInt64(bitPattern: Int64(number)))
        let conditions = CaptureConditions(finger: self, stream: &stream)
        var process = CaptureProcess(finger: self, conditions: conditions, stream: stream)
        return process.run()
    }
}

extension FingerPosition {
    /// Size of the finger's pad against an index finger's.
    var relativeSize: Double {
        switch self {
        case .rightThumb, .leftThumb: 1.13
        case .rightMiddle, .leftMiddle: 1.03
        case .rightLittle, .leftLittle: 0.86
        default: 1
        }
    }
}
