internal import TamgaTemplates

/// One view in lines for people.
struct ViewText {
    let view: RecordView
    let format: TemplateFormat
    /// nil for a slap, which is not comparable.
    let normalised: FingerTemplate?

    var lines: [String] {
        var lines = [
            row("position", "\(view.position.rawValue) \(view.position.name)"), row("number", "\(view.number)"),
            row("impression", "\(view.impression.rawValue) \(CaseName.hyphenated(view.impression))"),
        ]
        lines += view.qualities.isEmpty ? [row("quality", "none")] : view.qualities.map { row("quality", quality($0)) }
        lines.append(row("image", image))
        lines.append(row("minutiae", counts))
        if view.ridgeEndingType != 0 { lines.append(row("ridge ending type", "\(view.ridgeEndingType)")) }
        lines += view.extendedData.flatMap(item)
        if let capture = view.capture { lines += self.capture(capture) }
        for field in view.otherFields {
            lines.append(
                row("field 9.\(Inspection.threeDigits(field.number))", Words.printable(Words.text(field.value))))
        }
        return lines
    }

    private func row(_ name: String, _ value: String) -> String { Inspection.row(name, value, indent: 4) }

    private func quality(_ quality: RecordQuality) -> String {
        let score =
            switch quality.score {
            case 254: "254 not reported"
            case 255: "255 failed to compute"
            default: "\(quality.score)"
            }
        guard (quality.vendor, quality.algorithm) != (0, 0) else { return score }
        return "\(score), vendor \(Words.code(quality.vendor)), algorithm \(Words.code(quality.algorithm))"
    }

    private var image: String {
        let image = view.image
        let (across, down) = (image.horizontalResolution, image.verticalResolution)
        guard image.width > 0, image.height > 0 else { return "none stated; \(across) units per centimetre" }
        func dpi(_ perCentimetre: Int) -> Int { (perCentimetre * 254 + 50) / 100 }
        return "\(image.width) x \(image.height) pixels, \(across) x \(down) per centimetre (\(dpi(across)) x "
            + "\(dpi(down)) dpi), \(Words.tenths(image.millimetres(across: image.width))) x "
            + "\(Words.tenths(image.millimetres(down: image.height))) mm"
    }

    private var counts: String {
        let kinds = [(MinutiaKind.ending, "ending"), (.bifurcation, "bifurcation"), (.other, "other")].compactMap {
            kind, name in
            let count = view.minutiae.count { $0.kind == kind }
            return count == 0 ? nil : Words.count(count, name, kind == .other ? "other" : nil)
        }
        let scores = view.minutiae.map(\.quality).filter { $0 <= TemplateLimits.quality }
        var text = "\(view.minutiae.count)" + (kinds.isEmpty ? "" : ": " + kinds.joined(separator: ", "))
        if !view.hasMinutiaQuality {
            text += "; no qualities"
        } else if let least = scores.min(), let most = scores.max() {
            text += "; quality \(least) to \(most)"
        }
        return text
    }

    private func capture(_ capture: CaptureDetails) -> [String] {
        let date = capture.date
        let when =
            date == .notReported
            ? "not reported"
            : "year \(date.year), month \(date.month), day \(date.day), \(date.hour) h \(date.minute) min "
                + "\(date.second) s \(date.milliseconds) ms"
        let device = "vendor \(Words.code(capture.vendor)), device \(Words.code(capture.device))"
        let certificates = capture.certificates?.map { "authority \(Words.code($0.authority)), scheme \($0.scheme)" }
        return [
            row("captured", when), row("captured by", "technology \(capture.technology), \(device)"),
        ] + (certificates ?? []).map { row("certified", $0) }
    }

    /// Minutiae as stated, and at 500 dpi.
    var minutiae: [String] {
        var lines = ["      no.  kind          x      y  angle quality   at 500 dpi:  x      y  angle quality"]
        for (index, minutia) in view.minutiae.enumerated() {
            var line = "    " + right(index + 1, 5) + "  " + "\(minutia.kind)".padded(to: 11)
            line += right(Int(minutia.x), 5) + right(Int(minutia.y), 7) + right(Int(minutia.angle), 7)
            line += view.hasMinutiaQuality ? right(Int(minutia.quality), 8) : "       -"
            if let same = normalised?.minutiae[index] {
                line += right(Int(same.x), 17) + right(Int(same.y), 7) + right(Int(same.angle), 7)
                line += right(Int(same.quality), 8)
            }
            lines.append(line)
        }
        return lines
    }

    private func right(_ number: Int, _ width: Int) -> String {
        let text = "\(number)"
        return String(repeating: " ", count: max(0, width - text.count)) + text
    }
}

extension ViewText {
    private func item(_ item: ExtendedDataItem) -> [String] {
        switch item {
        case .ridgeCounts(let counts):
            let method = ["unspecified", "by quadrants", "by octants"]
            let name = Int(counts.method) < method.count ? method[Int(counts.method)] : "method \(counts.method)"
            let pairs = counts.counts.map { "\($0.first)-\($0.second): \($0.count)" }.joined(separator: ", ")
            return [row("ridge counts", "\(name), \(Words.count(counts.counts.count, "pair"))"), row("", pairs)]
        case .coresAndDeltas(let points):
            return points.cores.map { row("core", point($0)) } + points.deltas.map { row("delta", point($0)) }
        case .zonalQuality(let zones):
            return [
                row(
                    "zonal quality",
                    "cells of \(zones.cellWidth) x \(zones.cellHeight) pixels, \(zones.depth) bits each, "
                        + "\(zones.cells.count) bytes"),
            ]
        case .other(let type, let bytes):
            return [row("extended data", "type \(Words.code(type)), \(Words.count(bytes.count, "byte"))")]
        }
    }

    private func point(_ point: SingularPoint) -> String {
        let angles = point.angles.map { "\($0)" }.joined(separator: ", ")
        return "(\(point.x), \(point.y))" + (angles.isEmpty ? "" : ", angle \(angles)")
    }
}

extension String {
    /// Filled with blanks on the right.
    fileprivate func padded(to width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }
}
