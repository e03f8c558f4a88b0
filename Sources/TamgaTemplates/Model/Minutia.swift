/// One minutia as a template reports it, normalised to 500 dpi.
///
/// - `x`, `y`: pixels at 500 dpi, x to the right, y downwards, from the upper left corner.
/// - `angle`: 1/256 turn, counter-clockwise from the x axis to the right as one looks at the
///   image (ISO/IEC 19794-2:2005, clause 6.4): the direction of the ridge a ridge ending leaves open.
/// - `quality`: 1 to 100; 0 says that the extractor does not report it.
public struct Minutia: Hashable, Sendable {
    public var x: Int16
    public var y: Int16
    public var angle: UInt8
    public var kind: MinutiaKind
    public var quality: UInt8

    /// A minutia of these values: pixels at 500 dpi, 1/256 turn, quality 0 to 100.
    public init(x: Int16, y: Int16, angle: UInt8, kind: MinutiaKind, quality: UInt8) {
        self.x = x
        self.y = y
        self.angle = angle
        self.kind = kind
        self.quality = quality
    }
}

/// What a minutia is: the two-bit codes of ISO/IEC 19794-2:2005, clause 7.5.1.
public enum MinutiaKind: UInt8, Hashable, Sendable, CaseIterable {
    case other = 0
    case ending = 1
    case bifurcation = 2
}
