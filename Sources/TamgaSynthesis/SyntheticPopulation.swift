public import TamgaTemplates

/// Persons who do not exist, ten fingers each, for tests and load: a pure function of a seed.
///
/// Person *k* of a seed is the same however many are drawn, on every machine, to the bit.
public struct SyntheticPopulation: Hashable, Sendable {
    public let seed: UInt64
    public let parameters: SynthesisParameters

    /// A population of a named difficulty.
    public init(seed: UInt64, difficulty: SynthesisDifficulty = .normal) {
        self.seed = seed
        parameters = difficulty.parameters
    }

    /// - Throws: `SynthesisError` for a parameter beyond its limit.
    public init(seed: UInt64, parameters: SynthesisParameters) throws(SynthesisError) {
        try parameters.validate()
        self.seed = seed
        self.parameters = parameters
    }

    /// The person of a number; any integer names one.
    public func person(_ index: Int) -> SyntheticPerson {
        SyntheticPerson(index: index, seed: seed, parameters: parameters)
    }
}

/// One person: how large the hands are and how intense the patterns tend to be.
public struct SyntheticPerson: Hashable, Sendable {
    public let index: Int
    let seed: UInt64
    let parameters: SynthesisParameters
    let size: Double
    /// Quantile of pattern intensity that some of the fingers share.
    let tendency: Double
    /// How badly the person's fingers print, 0 to 1; some of the fingers share it.
    let skin: Double

    init(index: Int, seed: UInt64, parameters: SynthesisParameters) {
        var stream = SeededStream(seed: seed, path: StreamKey.person, UInt64(bitPattern: Int64(index)))
        self.index = index
        self.seed = seed
        self.parameters = parameters
        size = min(max(stream.normal(1, sigma: 0.06), 0.8), 1.2)
        tendency = stream.unit()
        skin = stream.unit()
    }

    /// The finger of a position; `unknown` is an eleventh finger of an index finger's habits.
    ///
    /// - Complexity: draws the whole master finger, about a hundred minutiae; keep it to take several impressions.
    public func finger(_ position: FingerPosition) -> SyntheticFinger {
        SyntheticFinger(person: self, position: position)
    }

    /// The palm of a position; for one that is no palm, the unknown one: a third palm.
    ///
    /// - Complexity: draws the whole master palm, some hundreds of minutiae; keep it to take several impressions.
    public func palm(_ position: FingerPosition) -> SyntheticPalm {
        SyntheticPalm(person: self, position: position.isPalm ? position : .unknownPalm)
    }

    /// The class of a finger without drawing the finger.
    package func pattern(_ position: FingerPosition) -> PatternClass {
        var stream = SyntheticFinger.stream(self, position)
        return SyntheticFinger.pattern(self, position, &stream)
    }
}

/// First keys of the streams: one for each kind of thing that is drawn.
enum StreamKey {
    static let person: UInt64 = 1
    static let finger: UInt64 = 2
    static let impression: UInt64 = 3
    static let palm: UInt64 = 4
    static let palmImpression: UInt64 = 5
}
