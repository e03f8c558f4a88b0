/// How an impression was taken: the codes of ANSI/NIST-ITL 1-2011, table 7, of which those of the minutiae standards
/// are a part.
public enum ImpressionType: UInt8, Hashable, Sendable, CaseIterable {
    case liveScanPlain = 0
    case liveScanRolled, nonliveScanPlain, nonliveScanRolled
    case latentImpression, latentTracing, latentPhoto, latentLift
    case swipe = 8
    case liveScanVerticalRoll = 9
    case liveScanPalm, nonliveScanPalm
    case latentPalmImpression, latentPalmTracing, latentPalmPhoto, latentPalmLift
    case opticalContactPlain = 20
    case opticalContactRolled, nonOpticalContactPlain, nonOpticalContactRolled
    case opticalContactlessPlain, opticalContactlessRolled, nonOpticalContactlessPlain, nonOpticalContactlessRolled
    case other = 28
    case unknown = 29
}
