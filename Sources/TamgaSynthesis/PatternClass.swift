package import TamgaTemplates

/// The Henry classes of ridge flow.
package enum PatternClass: String, Hashable, Sendable, CaseIterable {
    case arch
    case tentedArch = "tented arch"
    /// Ridges enter and leave on the left as one looks at the print.
    case leftLoop = "left loop"
    case rightLoop = "right loop"
    case doubleLoop = "double loop"
    case whorl
}

extension PatternClass {
    /// Share of each class on a kind of finger, in order of pattern intensity. The figures are rounded
    /// from the shares that Henry classification surveys report; over ten fingers they give
    /// about 64 % loops, 30 % whorls (double loops among them) and 6 % arches.
    private struct Shares {
        var arch: Double
        var tented: Double
        var radial: Double
        var ulnar: Double
        var double: Double
    }

    private static func shares(_ position: FingerPosition) -> Shares {
        switch position {
        case .rightThumb, .leftThumb:
            Shares(arch: 0.03, tented: 0.01, radial: 0.004, ulnar: 0.526, double: 0.13)
        case .rightMiddle, .leftMiddle:
            Shares(arch: 0.05, tented: 0.04, radial: 0.02, ulnar: 0.72, double: 0.03)
        case .rightRing, .leftRing:
            Shares(arch: 0.015, tented: 0.01, radial: 0.01, ulnar: 0.52, double: 0.03)
        case .rightLittle, .leftLittle:
            Shares(arch: 0.01, tented: 0.01, radial: 0.005, ulnar: 0.845, double: 0.02)
        default:
            Shares(arch: 0.06, tented: 0.06, radial: 0.18, ulnar: 0.36, double: 0.05)
        }
    }

    private static func isLeftHand(_ position: FingerPosition) -> Bool {
        position.rawValue >= FingerPosition.leftThumb.rawValue
    }

    /// The class at a quantile (0 to 1) of pattern intensity for this finger.
    /// An ulnar loop opens towards the little finger: to the right on a print of the right hand.
    package static func at(quantile: Double, position: FingerPosition) -> PatternClass {
        let shares = shares(position)
        let ulnar: PatternClass = isLeftHand(position) ? .leftLoop : .rightLoop
        let radial: PatternClass = isLeftHand(position) ? .rightLoop : .leftLoop
        let steps: [(PatternClass, Double)] = [
            (.arch, shares.arch), (.tentedArch, shares.tented), (radial, shares.radial),
            (ulnar, shares.ulnar), (.doubleLoop, shares.double),
        ]
        var rest = quantile
        for (kind, share) in steps {
            if rest < share { return kind }
            rest -= share
        }
        return .whorl
    }
}
