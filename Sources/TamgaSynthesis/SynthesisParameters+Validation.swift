extension SynthesisParameters {
    /// Checks every field against its limit; a population does so once, and what it holds is not checked again.
    func validate() throws(SynthesisError) {
        try requireSensor()
        try requireRotation()
        for (name, value) in pixelFields { try require(name, value, within: 0...SynthesisLimits.displacement) }
        for (name, value) in contactFields { try require(name, value, within: 10...SynthesisLimits.padHalfHeight) }
        try require("angle sigma", angleSigmaDegrees, within: 0...90)
        try require("kind flips", kindFlips, within: 0...1)
        try require("missing", missing.lowerBound, within: 0...0.95)
        try require("missing", missing.upperBound, within: 0...0.95)
        try require("spurious", spurious.lowerBound, within: 0...2)
        try require("spurious", spurious.upperBound, within: 0...2)
        try require("outline", outline.lowerBound, within: 0...2)
        try require("outline", outline.upperBound, within: 0...2)
        try requireMaster()
        guard badAreas.lowerBound >= 0, badAreas.upperBound <= SynthesisLimits.badAreas else {
            throw SynthesisError(field: "bad areas", limit: "0 to \(SynthesisLimits.badAreas)")
        }
    }

    private func requireMaster() throws(SynthesisError) {
        try require("density", master.density.lowerBound, within: SynthesisLimits.density)
        try require("density", master.density.upperBound, within: SynthesisLimits.density)
        for (name, value) in [
            ("density share", master.densityShare), ("direction share", master.directionShare),
            ("interaction", master.interaction), ("flow deviation", master.flowDeviation),
            ("crowding", master.crowding), ("variety", master.variety),
        ] { try require(name, value, within: 0...5) }
    }

    private var pixelFields: [(String, Double)] {
        [
            ("contact sigma", contactSigma), ("translation sigma", translationSigma),
            ("distortion", distortion), ("position sigma", positionSigma),
        ]
    }

    private var contactFields: [(String, Double)] {
        [("contact half width", contactHalfWidth), ("contact half height", contactHalfHeight)]
    }

    private func requireSensor() throws(SynthesisError) {
        let allowed = SynthesisLimits.sensorSide
        guard allowed.contains(sensorWidth), allowed.contains(sensorHeight) else {
            throw SynthesisError(field: "sensor size", limit: "\(allowed.lowerBound) to \(allowed.upperBound) pixels")
        }
    }

    private func requireRotation() throws(SynthesisError) {
        switch rotation {
        case .normal(let degrees), .uniform(let degrees):
            try require("rotation", degrees, within: 0...180)
        }
    }

    private func require(
        _ field: String, _ value: Double, within allowed: ClosedRange<Double>
    ) throws(SynthesisError) {
        guard allowed.contains(value) else {
            throw SynthesisError(field: field, limit: "\(allowed.lowerBound) to \(allowed.upperBound)")
        }
    }
}
