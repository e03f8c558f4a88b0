import Foundation
import TamgaSynthesis
import Testing

@Suite("Portable mathematics and random streams")
struct PortableMathTests {
    @Test("agrees with the C library to 1e-12")
    func agreesWithTheLibrary() {
        var stream = SeededStream(seed: 1, path: 1)
        for _ in 0..<4_000 {
            let x = stream.uniform(-700.0...700)
            #expect(abs(PortableMath.sine(x) - sin(x)) < 1e-12, "sine of \(x)")
            #expect(abs(PortableMath.cosine(x) - cos(x)) < 1e-12, "cosine of \(x)")
            #expect(abs(PortableMath.exponential(x) / exp(x) - 1) < 1e-12, "exponential of \(x)")
            let positive = stream.uniform(1e-12...1e3)
            #expect(abs(PortableMath.logarithm(positive) - log(positive)) < 1e-12, "logarithm of \(positive)")
            let y = stream.uniform(-700.0...700)
            #expect(abs(PortableMath.arcTangent(y: y, x: x) - atan2(y, x)) < 1e-12, "arc tangent of \(y), \(x)")
        }
    }

    @Test("is exact or bounded at the edges", arguments: [0, -0.0, .infinity, -.infinity, .nan, 1e300])
    func survivesEdges(x: Double) {
        let (sine, cosine) = PortableMath.sineAndCosine(x)
        #expect(abs(sine * sine + cosine * cosine - 1) < 1e-12)
        #expect(PortableMath.arcTangent(y: 0, x: 0) == 0)
        #expect(PortableMath.arcTangent(y: 0, x: -1) == Double.pi)
        #expect(PortableMath.logarithm(0) == -.infinity)
        #expect(PortableMath.exponential(0) == 1)
    }

    @Test("draws normal variates of the stated mean and spread")
    func normalMoments() {
        var stream = SeededStream(seed: 2, path: 7)
        let draws = (0..<20_000).map { _ in stream.normal(3, sigma: 2) }
        let mean = draws.reduce(0, +) / Double(draws.count)
        let variance = draws.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(draws.count)
        #expect(abs(mean - 3) < 0.05)
        #expect(abs(variance - 4) < 0.12)
    }

    @Test("gives each path a stream of its own")
    func pathsDiffer() {
        let paths: [SeededStream] = [
            SeededStream(seed: 1, path: 1, 2), SeededStream(seed: 1, path: 2, 1), SeededStream(seed: 1, path: 1),
            SeededStream(seed: 1, path: 1, 2, 0), SeededStream(seed: 2, path: 1, 2), SeededStream(seed: 1, path: 0, 2),
        ]
        let firsts = paths.map { stream in
            var own = stream
            return own.bits()
        }
        #expect(Set(firsts).count == firsts.count)
    }
}
