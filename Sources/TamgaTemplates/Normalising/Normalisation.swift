/// From the minutiae of a view to minutiae at 500 dpi with angles of 1/256 turn and one meaning of quality.
///
/// Each axis is scaled by itself (`v * 197 / resolution`, to the nearest); angles keep their direction, which is exact
/// when the resolutions are equal and within half an angle unit when they differ by
/// ``TemplateLimits/anisotropyPercent``, the most that is read.
struct Normalisation {
    private let view: RecordView
    private let across: ResolutionScale
    private let down: ResolutionScale
    private let angles: AngleScale
    /// Whether a quality of 0 says that none is reported.
    private let zeroIsNotReported: Bool

    init(_ view: RecordView, _ format: TemplateFormat) {
        self.view = view
        across = ResolutionScale(pixelsPerCentimetre: view.image.horizontalResolution)
        down = ResolutionScale(pixelsPerCentimetre: view.image.verticalResolution)
        angles = AngleScale(from: format.anglesPerTurn, to: TemplateFormat.iso2005.anglesPerTurn)
        // From 2009 on 254 says "not reported" and 0 is the lowest; encoders that give most minutiae 0 mean the former.
        let zeros = view.minutiae.count { $0.quality == 0 }
        zeroIsNotReported = !format.hasQualitySpecials || 2 * zeros > view.minutiae.count
    }

    func minutiae() -> [Minutia] {
        view.minutiae.map { minutia in
            Minutia(
                x: Int16(clamping: across.at500DPI(Int(minutia.x))),
                y: Int16(clamping: down.at500DPI(Int(minutia.y))),
                angle: angles.convert(minutia.angle), kind: minutia.kind, quality: quality(minutia.quality))
        }
    }

    /// 1 to 100, or 0 for not reported.
    private func quality(_ stated: UInt8) -> UInt8 {
        if !view.hasMinutiaQuality || stated > TemplateLimits.quality { return 0 }
        return stated == 0 && !zeroIsNotReported ? 1 : stated
    }
}

/// Brings angles from steps of one part of a turn to steps of another, to the nearest, halves upwards.
struct AngleScale {
    let from: Int
    let to: Int

    func convert(_ angle: UInt8) -> UInt8 {
        if from == to { return angle }
        return UInt8(truncatingIfNeeded: (2 * Int(angle) * to + from) / (2 * from) % to)
    }
}
