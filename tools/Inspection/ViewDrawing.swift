internal import Foundation
public import TamgaTemplates

/// One view as a picture: where its minutiae lie and point, what they are, how good they are said to be; cores and
/// deltas; the frame of the image; a scale in millimetres.
public struct ViewDrawing: Sendable {
    private let view: RecordView
    private let anglesPerTurn: Double
    private let caption: String
    private let subtitle: String
    /// Units of the page for one of the record, across and down.
    private let across: Double
    private let down: Double
    private let size: (width: Double, height: Double)

    private static let margin = 28.0
    private static let head = 58.0
    private static let foot = 64.0
    /// The longer side of an image on the page.
    private static let longest = 760.0
    private static let ink = "#1f4e9e"
    private static let warm = "#b3541e"

    /// View `index` of a record, counted from 0; nil where there is none.
    public init?(_ record: TemplateRecord, view index: Int, name: String) {
        guard record.views.indices.contains(index) else { return nil }
        view = record.views[index]
        anglesPerTurn = Double(record.format.anglesPerTurn)
        caption = "\(name), view \(index + 1): \(view.position.name)"
        let image = view.image
        // Cards state no image: as much of it as holds the minutiae.
        let width = image.width > 0 ? image.width : view.extent.width
        let height = image.height > 0 ? image.height : view.extent.height
        let millimetres = (image.millimetres(across: width), image.millimetres(down: height))
        let perMillimetre = min(32, Self.longest / max(millimetres.0, millimetres.1, 0.01))
        across = perMillimetre * image.millimetres(across: 1)
        down = perMillimetre * image.millimetres(down: 1)
        size = (millimetres.0 * perMillimetre, millimetres.1 * perMillimetre)
        let quality = view.qualities.first?.reported.map { ", quality \($0)" } ?? ""
        subtitle =
            "\(record.format.title), \(CaseName.hyphenated(view.impression)), \(view.minutiae.count) minutiae\(quality)"
            + ", \(Words.tenths(millimetres.0)) x \(Words.tenths(millimetres.1)) mm"
    }

    /// The picture.
    public var svg: String {
        let width = max(size.width, 520) + 2 * Self.margin
        var page = SVGPage(width: width, height: Self.head + size.height + Self.foot)
        page.write(caption, Self.margin, 24, [("font-size", "15"), ("font-weight", "bold"), ("fill", "#222222")])
        page.write(subtitle, Self.margin, 43, [("fill", "#666666")])
        page.open([("transform", "translate(\(SVGPage.short(Self.margin)) \(SVGPage.short(Self.head)))")])
        page.add(
            "rect",
            [
                ("width", SVGPage.short(size.width)), ("height", SVGPage.short(size.height)), ("fill", "#fcfcfa"),
                ("stroke", "#b8b8b8"), ("class", "frame"),
            ])
        for minutia in view.minutiae { draw(minutia, on: &page) }
        for case .coresAndDeltas(let points) in view.extendedData {
            for point in points.cores { draw(point, isCore: true, on: &page) }
            for point in points.deltas { draw(point, isCore: false, on: &page) }
        }
        page.close()
        drawScale(on: &page)
        drawLegend(on: &page)
        return page.text
    }

    /// The direction of an angle on the page, whose y points down.
    private func direction(_ angle: UInt8) -> (x: Double, y: Double) {
        let turn = 2 * Double.pi * Double(angle) / anglesPerTurn
        return (cos(turn), -sin(turn))
    }

    private func draw(_ minutia: RecordMinutia, on page: inout SVGPage) {
        let (x, y) = (Double(minutia.x) * across, Double(minutia.y) * down)
        // The better, the darker; one whose quality is not reported is drawn in full.
        let isReported = view.hasMinutiaQuality && 1...TemplateLimits.quality ~= minutia.quality
        let opacity = isReported ? 0.25 + 0.75 * Double(minutia.quality) / 100 : 1
        page.open([
            ("class", "minutia \(minutia.kind)"), ("stroke", Self.colour(minutia.kind)), ("stroke-width", "1.6"),
            ("fill", "#ffffff"), ("opacity", SVGPage.short(opacity)),
        ])
        let way = direction(minutia.angle)
        page.line(x, y, x + 15 * way.x, y + 15 * way.y)
        Self.sign(minutia.kind, x, y, on: &page)
        page.close()
    }

    private static func colour(_ kind: MinutiaKind) -> String {
        switch kind {
        case .ending: ink
        case .bifurcation: "#17795e"
        case .other: "#6b6b6b"
        }
    }

    /// A ring for an ending, a square for a bifurcation, a diamond for anything else.
    private static func sign(_ kind: MinutiaKind, _ x: Double, _ y: Double, on page: inout SVGPage) {
        switch kind {
        case .ending: page.add("circle", [("cx", SVGPage.short(x)), ("cy", SVGPage.short(y)), ("r", "4")])
        case .bifurcation: page.shape([(x - 3.6, y - 3.6), (x + 3.6, y - 3.6), (x + 3.6, y + 3.6), (x - 3.6, y + 3.6)])
        case .other: page.shape([(x, y - 5), (x + 5, y), (x, y + 5), (x - 5, y)])
        }
    }

    private func draw(_ point: SingularPoint, isCore: Bool, on page: inout SVGPage) {
        let (x, y) = (Double(point.x) * across, Double(point.y) * down)
        page.open([
            ("class", isCore ? "core" : "delta"), ("stroke", Self.warm), ("stroke-width", "2"), ("fill", "none"),
        ])
        for angle in point.angles {
            let way = direction(angle)
            page.line(x + 9 * way.x, y + 9 * way.y, x + 24 * way.x, y + 24 * way.y)
        }
        Self.sign(isCore: isCore, x, y, on: &page)
        page.close()
    }

    private static func sign(isCore: Bool, _ x: Double, _ y: Double, on page: inout SVGPage) {
        if isCore {
            page.add("circle", [("cx", SVGPage.short(x)), ("cy", SVGPage.short(y)), ("r", "8")])
        } else {
            page.shape([(x, y - 10), (x + 9, y + 6), (x - 9, y + 6)])
        }
    }
}

extension ViewDrawing {
    /// A bar of so many millimetres as are short and round.
    private func drawScale(on page: inout SVGPage) {
        let perMillimetre = across / max(view.image.millimetres(across: 1), 0.000_1)
        let lengths = [1.0, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000]
        let millimetres = lengths.first { $0 * perMillimetre >= 48 } ?? 10_000
        let (left, y) = (Self.margin, Self.head + size.height + 22)
        let right = left + millimetres * perMillimetre
        page.open([("class", "scale"), ("stroke", "#222222"), ("stroke-width", "1.5")])
        page.line(left, y, right, y)
        page.line(left, y - 4, left, y + 4)
        page.line(right, y - 4, right, y + 4)
        page.close()
        page.write("\(Int(millimetres)) mm", right + 8, y + 4, [("fill", "#222222")])
    }

    private func drawLegend(on page: inout SVGPage) {
        let y = Self.head + size.height + 48
        var x = Self.margin + 6
        for (kind, name) in [(MinutiaKind.ending, "ending"), (.bifurcation, "bifurcation"), (.other, "other")] {
            page.open([("stroke", Self.colour(kind)), ("stroke-width", "1.6"), ("fill", "#ffffff")])
            Self.sign(kind, x, y - 4, on: &page)
            page.close()
            page.write(name, x + 11, y, [("fill", "#666666")])
            x += 34 + 7 * Double(name.count)
        }
        let points = view.extendedData.contains { if case .coresAndDeltas = $0 { true } else { false } }
        for (isCore, name) in points ? [(true, "core"), (false, "delta")] : [] {
            page.open([("stroke", Self.warm), ("stroke-width", "2"), ("fill", "none")])
            Self.sign(isCore: isCore, x, y - 4, on: &page)
            page.close()
            page.write(name, x + 15, y, [("fill", "#666666")])
            x += 38 + 7 * Double(name.count)
        }
        if view.hasMinutiaQuality { page.write("darker: better quality", x + 4, y, [("fill", "#666666")]) }
    }
}
