/// A chart as SVG: two axes with a grid, and what is drawn between them.
package struct Chart {
    /// What the chart says, for those who cannot see it.
    package var name: String
    package var x: Axis
    package var y: Axis
    private var marks: [String] = []
    private(set) var legend: [(style: String, text: String)] = []

    private static let size = (width: 560.0, height: 400.0)
    private static let frame = (left: 74.0, top: 14.0, right: 28.0, bottom: 54.0)

    package init(name: String, x: Axis, y: Axis) {
        (self.name, self.x, self.y) = (name, x, y)
    }

    private func place(_ point: (x: Double, y: Double)) -> (x: Double, y: Double) {
        let (size, frame) = (Self.size, Self.frame)
        return (
            frame.left + x.share(of: point.x) * (size.width - frame.left - frame.right),
            size.height - frame.bottom - y.share(of: point.y) * (size.height - frame.top - frame.bottom))
    }

    /// A line through points, named in the legend unless its name is empty.
    package mutating func line(_ points: [(x: Double, y: Double)], style: String, named title: String) {
        guard !points.isEmpty else { return }
        let path = points.map(place).map { "\(Markup.short($0.x)),\(Markup.short($0.y))" }
        marks.append(
            "<polyline class=\"line \(style)\" points=\"\(path.joined(separator: " "))\">"
                + "<title>\(Markup.escaped(title))</title></polyline>")
        if !title.isEmpty { legend.append((style, title)) }
    }

    /// The area between a line and the bottom.
    package mutating func area(_ points: [(x: Double, y: Double)], style: String, named title: String) {
        guard let first = points.first, let last = points.last else { return }
        let bottom = y.range.lowerBound
        let all = [(first.x, bottom)] + points + [(last.x, bottom)]
        let path = all.map { place($0) }.map { "\(Markup.short($0.x)),\(Markup.short($0.y))" }
        marks.append("<polygon class=\"area \(style)\" points=\"\(path.joined(separator: " "))\"/>")
        line(points, style: style, named: title)
    }

    /// A point, with the interval of its height where there is one.
    package mutating func point(
        _ point: (x: Double, y: Double), interval: ClosedRange<Double>? = nil, style: String, title: String
    ) {
        let (middle, words) = (place(point), Markup.escaped(title))
        if let interval {
            let (top, bottom) = (place((point.x, interval.upperBound)), place((point.x, interval.lowerBound)))
            marks.append(
                "<path class=\"whisker \(style)\" d=\"M\(Markup.short(top.x)) \(Markup.short(top.y))"
                    + "V\(Markup.short(bottom.y))\"/>")
        }
        marks.append(
            "<circle class=\"point \(style)\" r=\"4\" cx=\"\(Markup.short(middle.x))\" "
                + "cy=\"\(Markup.short(middle.y))\"><title>\(words)</title></circle>")
    }

    /// A line from bottom to top with a word beside it.
    package mutating func threshold(_ value: Double, title: String) {
        guard x.range.contains(value) else { return }
        let (top, bottom) = (place((value, y.range.upperBound)), place((value, y.range.lowerBound)))
        marks.append(
            "<path class=\"threshold\" d=\"M\(Markup.short(top.x)) \(Markup.short(top.y))V\(Markup.short(bottom.y))\"/>"
                + "<text class=\"note\" x=\"\(Markup.short(top.x + 5))\" y=\"\(Markup.short(top.y + 13))\">"
                + "\(Markup.escaped(title))</text>")
    }
}

extension Chart {
    /// The picture and its legend.
    package func svg() -> String { drawing() + "\n" + key() }

    /// The picture without its legend.
    func drawing() -> String {
        let (size, frame) = (Self.size, Self.frame)
        let label = Markup.escaped(name)
        let head =
            "<svg class=\"chart\" viewBox=\"0 0 \(Markup.short(size.width)) \(Markup.short(size.height))\" "
            + "role=\"img\" aria-label=\"\(label)\">"
        let middle = Markup.short((size.width + frame.left - frame.right) / 2)
        let titles =
            "<text class=\"axis\" text-anchor=\"middle\" x=\"\(middle)\" y=\"\(Markup.short(size.height - 10))\">"
            + "\(Markup.escaped(x.title))</text><text class=\"axis\" text-anchor=\"middle\" transform=\"translate(14 "
            + "\(Markup.short((size.height + frame.top - frame.bottom) / 2))) rotate(-90)\">"
            + "\(Markup.escaped(y.title))</text>"
        return ([head] + grid() + marks + [titles, "</svg>"]).joined(separator: "\n")
    }

    private func grid() -> [String] {
        let vertical = x.ticks.map { tick in
            let (low, high) = (place((tick.value, y.range.lowerBound)), place((tick.value, y.range.upperBound)))
            return "<path class=\"\(tick.label.isEmpty ? "hair" : "grid")\" d=\"M\(Markup.short(low.x)) "
                + "\(Markup.short(low.y))V\(Markup.short(high.y))\"/>"
                + "<text class=\"tick\" text-anchor=\"middle\" x=\"\(Markup.short(low.x))\" "
                + "y=\"\(Markup.short(low.y + 18))\">\(Markup.escaped(tick.label))</text>"
        }
        let horizontal = y.ticks.map { tick in
            let (low, high) = (place((x.range.lowerBound, tick.value)), place((x.range.upperBound, tick.value)))
            return "<path class=\"\(tick.label.isEmpty ? "hair" : "grid")\" d=\"M\(Markup.short(low.x)) "
                + "\(Markup.short(low.y))H\(Markup.short(high.x))\"/>"
                + "<text class=\"tick\" text-anchor=\"end\" x=\"\(Markup.short(low.x - 8))\" "
                + "y=\"\(Markup.short(low.y + 4))\">\(Markup.escaped(tick.label))</text>"
        }
        return vertical + horizontal
    }

    private func key() -> String {
        guard legend.count > 1 else { return "" }
        let items = legend.map { "<li><i class=\"swatch \($0.style)\"></i>\(Markup.escaped($0.text))</li>" }
        return "<ul class=\"legend\">\(items.joined())</ul>"
    }
}
