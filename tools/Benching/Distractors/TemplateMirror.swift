package import TamgaTemplates

extension FingerTemplate {
    /// The template seen in a mirror that stands upright: a finger that nobody has, but as likely as one.
    ///
    /// Twice mirrored is unchanged.
    package func mirrored() -> FingerTemplate {
        var mirrored = self
        mirrored.minutiae = minutiae.map { minutia in
            var other = minutia
            other.x = Int16(truncatingIfNeeded: width - 1) &- minutia.x
            other.angle = 128 &- minutia.angle
            return other
        }
        return mirrored
    }
}
