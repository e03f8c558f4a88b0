import Foundation

/// Text made safe and short for HTML and SVG.
enum Markup {
    /// A text with everything that HTML would read as markup written out; safe between tags and inside quotes.
    static func escaped(_ text: String) -> String {
        var result = ""
        for character in text {
            switch character {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "'": result += "&#39;"
            default: result.append(character)
            }
        }
        return result
    }

    /// A coordinate with at most one digit after the point.
    static func short(_ value: Double) -> String {
        let rounded = (value * 10).rounded() / 10
        return rounded == rounded.rounded() ? String(Int(rounded)) : String(rounded)
    }

    /// A rate in percent, `2.59`; a dash for none.
    static func percent(_ rate: Double?) -> String {
        rate.map { String(format: "%.2f", $0 * 100) } ?? "–"
    }

    /// `1.27 – 4.17`; empty for none.
    static func range(_ interval: Interval?) -> String {
        interval.map { "\(percent($0.low)) – \(percent($0.high))" } ?? ""
    }

    /// A score with three digits; a dash for none.
    static func score(_ score: Float?) -> String {
        score.map { String(format: "%.3f", $0) } ?? "–"
    }

    /// A whole number with its thousands apart.
    static func count(_ number: Int) -> String {
        var text = ""
        for (index, digit) in String(number).reversed().enumerated() {
            if index > 0, index % 3 == 0 { text = "\u{202f}" + text }
            text = String(digit) + text
        }
        return text
    }
}
