/// A stream of random numbers that is a pure function of a seed and a path of keys (SplitMix64).
///
/// Every thing that is drawn (a person, a finger, an impression) opens a stream of its own, so none
/// depends on how many others were drawn, or in which order.
package struct SeededStream: Sendable {
    private var state: UInt64

    package init(seed: UInt64, path: UInt64...) {
        state = path.reduce(Self.mix(seed &+ Self.step)) { Self.mix($0 ^ Self.mix($1 &+ Self.step)) }
    }

    private static let step: UInt64 = 0x9e37_79b9_7f4a_7c15

    private static func mix(_ value: UInt64) -> UInt64 {
        var z = value
        z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
        z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
        return z ^ (z >> 31)
    }

    /// The next 64 bits.
    package mutating func bits() -> UInt64 {
        state &+= Self.step
        return Self.mix(state)
    }

    /// A number from 0 up to, not including, 1.
    package mutating func unit() -> Double { Double(bits() >> 11) * 0x1p-53 }

    package mutating func uniform(_ range: ClosedRange<Double>) -> Double {
        range.lowerBound + (range.upperBound - range.lowerBound) * unit()
    }

    package mutating func uniform(_ range: ClosedRange<Int>) -> Int {
        let span = Double(range.upperBound - range.lowerBound) + 1
        return range.lowerBound + Int((unit() * span).rounded(.down))
    }

    package mutating func chance(_ probability: Double) -> Bool { unit() < probability }

    /// A normal variate (Box and Muller).
    package mutating func normal(_ mean: Double = 0, sigma: Double = 1) -> Double {
        let radius = (-2 * PortableMath.logarithm(1 - unit())).squareRoot()
        return mean + sigma * radius * PortableMath.cosine(2 * Double.pi * unit())
    }

    /// A vector of two independent normal variates.
    package mutating func normalVector(sigma: Double) -> Vector {
        Vector(x: normal(sigma: sigma), y: normal(sigma: sigma))
    }
}
