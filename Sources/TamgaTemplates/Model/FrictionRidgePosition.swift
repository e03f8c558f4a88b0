/// Which area of a hand a view shows: the codes of ANSI/NIST-ITL 1-2011, table 8, of which 0 to 10 are those of the
/// ISO/IEC and INCITS minutiae standards.
public enum FrictionRidgePosition: UInt8, Hashable, Sendable, CaseIterable {
    case unknownFinger = 0
    case rightThumb, rightIndex, rightMiddle, rightRing, rightLittle
    case leftThumb, leftIndex, leftMiddle, leftRing, leftLittle
    case plainRightThumb = 11
    case plainLeftThumb
    /// Slaps: several fingers in one view.
    case rightFourFingers, leftFourFingers, bothThumbs
    case unknownPalm = 20
    case rightFullPalm, rightWritersPalm, leftFullPalm, leftWritersPalm
    case rightLowerPalm, rightUpperPalm, leftLowerPalm, leftUpperPalm
    case rightOtherPalm, leftOtherPalm
    case rightInterdigital, rightThenar, rightHypothenar
    case leftInterdigital, leftThenar, leftHypothenar
    case rightGrasp, leftGrasp
    case rightCarpalDelta = 81
    case leftCarpalDelta, rightFullPalmWithWriters, leftFullPalmWithWriters, rightWristBracelet, leftWristBracelet
}

extension FrictionRidgePosition {
    /// The name in JSON and in errors: `right-index`, `left-thenar`, `right-four-fingers`.
    public var name: String { CaseName.hyphenated(self) }

    /// Several fingers in one view, which must be cut apart before they can be compared.
    public var isSlap: Bool { 13...15 ~= rawValue }

    /// A palm or a part of one.
    public var isPalm: Bool { rawValue >= 20 }

    /// The finger or palm under which views of this area are compared; nil for slaps.
    public var compared: FingerPosition? { FingerPosition(frictionRidgeCode: rawValue) }
}
