/// Quality of a minutia as it is stored with the finger: four bits.
///
/// Class 0 is "not reported"; 1 is all quality up to which reliability is least, 15 all from which it is whole; 2 to 14
/// share in even steps what lies between, where reliability rises (Reliability.swift). Signatures are built from the
/// exact quality, before it becomes a class.
public enum QualityClass {
    /// Classes, 0 included.
    public static let count = 16

    /// The class of a quality of 0 to 100; a higher one is no quality and traps.
    public static func of(_ quality: UInt8) -> UInt8 {
        precondition(quality <= 100, "a quality is 0 to 100: the codecs refuse more")
        return classes[Int(quality)]
    }

    /// The quality that stands for a class, 0 to 100: the middle of those it holds.
    ///
    /// Of the first and the last class, within which reliability is the same, the one nearest the others. A number
    /// above 15 is no class and traps.
    public static func representative(_ quality: UInt8) -> UInt8 { representatives[Int(quality)] }

    private static let poor = Int(MatcherConstants.poorQuality)
    private static let full = Int(MatcherConstants.fullQuality)

    private static let classes: [UInt8] = (0...100).map { quality in
        if quality == 0 { return 0 }
        if quality <= poor { return 1 }
        if quality >= full { return 15 }
        return UInt8(2 + (quality - poor - 1) * 13 / (full - poor - 1))
    }

    private static let representatives: [UInt8] = (0..<UInt8(count)).map { number in
        if number == 1 { return UInt8(poor) }
        let held = classes.indices.filter { classes[$0] == number }
        if number == UInt8(count) - 1 { return UInt8(full) }
        return UInt8((held[0] + held[held.count - 1]) / 2)
    }
}
