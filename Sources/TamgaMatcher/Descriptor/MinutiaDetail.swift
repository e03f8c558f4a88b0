public import TamgaTemplates

/// Quality and kind of a minutia in one byte: what the matcher keeps of them.
public struct MinutiaDetail: RawRepresentable, Hashable, Sendable {
    /// Quality in steps of two, 0 for "not reported", above two bits of the kind.
    public let rawValue: UInt8

    /// The stored byte of a detail.
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// - Parameter quality: 1 to 100, or 0 for "not reported".
    public init(quality: UInt8, kind: MinutiaKind) {
        rawValue = ((min(quality, 100) + 1) / 2) << 2 | kind.rawValue
    }

    /// Number of different bytes.
    package static let count = 256

    /// Quality, rounded up to an even number; 0 where it is not reported.
    package var quality: Int { Int(rawValue >> 2) * 2 }

    /// Whether one is an ending and the other a bifurcation.
    @inline(__always)
    package func contradicts(_ other: MinutiaDetail) -> Bool {
        rawValue & other.rawValue & 3 == 0 && rawValue & 3 != 0 && other.rawValue & 3 != 0
    }
}
