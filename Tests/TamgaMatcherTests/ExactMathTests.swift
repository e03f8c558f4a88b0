import Foundation
import TamgaMatcher
import Testing

@Suite struct ExactMathTests {
    @Test func exponentialAgreesWithTheLibrary() {
        for step in -400...400 {
            let x = Double(step) / 10
            #expect(abs(ExactMath.exp(x) / Foundation.exp(x) - 1) < 1e-12)
        }
    }

    @Test func logarithmAgreesWithTheLibrary() {
        for step in 1...2000 {
            let x = Double(step) * 0.37
            #expect(abs(ExactMath.ln(x) - Foundation.log(x)) < 1e-12)
        }
        #expect(abs(ExactMath.ln(1e-30) - Foundation.log(1e-30)) < 1e-11)
    }

    @Test func sineAndCosineAgreeWithTheLibrary() {
        for step in -512...512 {
            let x = Double(step) / 512 * 2 * Double.pi
            #expect(abs(ExactMath.sin(x) - Foundation.sin(x)) < 1e-12)
            if step >= 0 { #expect(abs(ExactMath.cos(x) - Foundation.cos(x)) < 1e-12) }
        }
    }

    @Test func fallingExponentialStaysWithinItsError() {
        for step in 0...20_000 {
            let x = Float(step) / 200
            #expect(abs(Double(ExactMath.expNegative(x)) - Foundation.exp(-Double(x))) < 4e-7)
        }
    }

    @Test func arcTangentStaysWithinItsErrorInEveryDirection() {
        for step in 0..<2000 {
            let angle = Double(step) / 2000 * 2 * Double.pi - Double.pi + 1e-3
            let (x, y) = (Float(Foundation.cos(angle) * 7), Float(Foundation.sin(angle) * 7))
            #expect(abs(Double(ExactMath.atan2(y, x)) - Foundation.atan2(Double(y), Double(x))) < 3e-5)
        }
        #expect(ExactMath.atan2(0, 0) == 0)
    }

    @Test func wrappingBringsDifferencesHome() {
        #expect(abs(ExactMath.wrap(4) - (4 - 2 * .pi)) < 1e-5)
        #expect(abs(ExactMath.wrap(-4) - (2 * .pi - 4)) < 1e-5)
        #expect(ExactMath.wrap(3) == 3)
    }

    @Test func turnsDifferTheShortWay() {
        #expect(TurnTable.difference(250, 6) == -12)
        #expect(TurnTable.difference(6, 250) == 12)
        #expect(TurnTable.difference(128, 0) == -128)
        #expect(TurnTable.halfSteps.count == 512)
        #expect(abs(TurnTable.halfSteps[128].y - 1) < 1e-6)
    }
}
