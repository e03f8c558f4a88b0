extension FingerPosition {
    /// The position of a friction ridge position code of ANSI/NIST-ITL, as formats that have palms use them.
    ///
    /// A palm is searched as a whole: the codes of its regions give the palm they are of. Plain thumbs (11, 12) are
    /// thumbs. Nil for what shows several fingers (13 to 15) and for every other code.
    public init?(frictionRidgeCode code: UInt8) {
        switch code {
        case 11: self = .rightThumb
        case 12: self = .leftThumb
        case _ where Self.rightPalmCodes.contains(code): self = .rightPalm
        case _ where Self.leftPalmCodes.contains(code): self = .leftPalm
        default:
            guard let position = Self(rawValue: code) else { return nil }
            self = position
        }
    }

    /// Full, writer's, lower, upper, other, interdigital, thenar, hypothenar, grasp, carpal delta area, full with
    /// writer's, wrist bracelet.
    private static let rightPalmCodes: [UInt8] = [21, 22, 25, 26, 29, 31, 32, 33, 37, 81, 83, 85]
    private static let leftPalmCodes: [UInt8] = [23, 24, 27, 28, 30, 34, 35, 36, 38, 82, 84, 86]
}
