/// Brings pixels along one axis to 500 dpi: `v * 197 / resolution`, to the nearest, halves upwards.
///
/// Integers only, so that every machine gives the same answer; 197 pixels per centimetre is the identity.
struct ResolutionScale {
    let pixelsPerCentimetre: Int

    func at500DPI(_ pixels: Int) -> Int {
        let target = TemplateLimits.pixelsPerCentimetreAt500DPI
        if pixelsPerCentimetre == target { return pixels }
        return (2 * pixels * target + pixelsPerCentimetre) / (2 * pixelsPerCentimetre)
    }
}
