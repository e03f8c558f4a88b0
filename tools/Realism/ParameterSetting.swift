package import TamgaSynthesis

extension SynthesisParameters {
    private static var numbers: [String: WritableKeyPath<SynthesisParameters, Double>] {
        [
        "distortion": \.distortion, "position": \.positionSigma, "angle": \.angleSigmaDegrees,
        "contact-sigma": \.contactSigma, "contact-width": \.contactHalfWidth, "contact-height": \.contactHalfHeight,
        "kind-flips": \.kindFlips, "interaction": \.master.interaction, "flow-deviation": \.master.flowDeviation,
        "crowding": \.master.crowding, "variety": \.master.variety, "density-share": \.master.densityShare,
        "direction-share": \.master.directionShare,
        ]
    }

    private static var ranges: [String: WritableKeyPath<SynthesisParameters, ClosedRange<Double>>] {
        [
        "missing": \.missing, "spurious": \.spurious, "outline": \.outline, "density": \.master.density,
        ]
    }

    /// The names that `apply` knows.
    package static var settable: String {
        "habit, sensor, \((numbers.keys.sorted() + ranges.keys.sorted()).joined(separator: ", "))"
    }

    /// Sets one parameter from `NAME=VALUE` or `NAME=LOW,HIGH`; false for a name or a value it does not know.
    package mutating func apply(_ assignment: String) -> Bool {
        let parts = assignment.split(separator: "=", maxSplits: 1).map(String.init)
        guard parts.count == 2 else { return false }
        if parts[0] == "habit", let habit = ExtractorHabit(rawValue: parts[1]) {
            self.habit = habit
            return true
        }
        let values = parts[1].split(separator: ",").compactMap { Double($0) }
        if let path = Self.numbers[parts[0]], values.count == 1 {
            self[keyPath: path] = values[0]
            return true
        }
        guard values.count == 2 else { return false }
        if parts[0] == "sensor", let width = Int(exactly: values[0]), let height = Int(exactly: values[1]) {
            (sensorWidth, sensorHeight) = (width, height)
            return true
        }
        guard let path = Self.ranges[parts[0]], values[0] <= values[1] else { return false }
        self[keyPath: path] = values[0]...values[1]
        return true
    }
}
