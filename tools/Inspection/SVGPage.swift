internal import Foundation

/// Shapes on a white page, written as SVG.
struct SVGPage {
    private let width: Double
    private let height: Double
    private var lines: [String] = []

    init(width: Double, height: Double) { (self.width, self.height) = (width, height) }

    var text: String {
        let (w, h) = (Self.short(width), Self.short(height))
        let head =
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"\(w)\" height=\"\(h)\" viewBox=\"0 0 \(w) \(h)\" "
            + "font-family=\"Helvetica, Arial, sans-serif\" font-size=\"12\">"
        let paper = "<rect width=\"\(w)\" height=\"\(h)\" fill=\"#ffffff\"/>"
        return ([head, paper] + lines + ["</svg>"]).joined(separator: "\n") + "\n"
    }

    mutating func add(_ name: String, _ attributes: [(String, String)], text: String? = nil) {
        let list = attributes.map { " \($0)=\"\($1)\"" }.joined()
        lines.append(text.map { "<\(name)\(list)>\(Self.escaped($0))</\(name)>" } ?? "<\(name)\(list)/>")
    }

    /// Everything until `close` is drawn with these.
    mutating func open(_ attributes: [(String, String)]) {
        lines.append("<g\(attributes.map { " \($0)=\"\($1)\"" }.joined())>")
    }

    mutating func close() { lines.append("</g>") }

    mutating func line(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, _ more: [(String, String)] = []) {
        add(
            "line",
            [("x1", Self.short(x1)), ("y1", Self.short(y1)), ("x2", Self.short(x2)), ("y2", Self.short(y2))] + more)
    }

    mutating func write(_ text: String, _ x: Double, _ y: Double, _ more: [(String, String)] = []) {
        add("text", [("x", Self.short(x)), ("y", Self.short(y))] + more, text: text)
    }

    /// A closed shape.
    mutating func shape(_ corners: [(x: Double, y: Double)], _ more: [(String, String)] = []) {
        let points = corners.map { "\(Self.short($0.x)),\(Self.short($0.y))" }.joined(separator: " ")
        add("polygon", [("points", points)] + more)
    }

    /// Two digits after the point at most.
    static func short(_ value: Double) -> String {
        let rounded = (value * 100).rounded() / 100
        return rounded == rounded.rounded() ? "\(Int(rounded))" : "\(rounded)"
    }

    private static func escaped(_ text: String) -> String {
        var safe = ""
        for character in Words.printable(text) {
            switch character {
            case "&": safe += "&amp;"
            case "<": safe += "&lt;"
            case ">": safe += "&gt;"
            case "\"": safe += "&quot;"
            default: safe.append(character)
            }
        }
        return safe
    }
}
