import Foundation

/// Text made safe and short for HTML and SVG.
package enum Markup {
    /// A text with everything that HTML would read as markup written out; safe between tags and inside quotes.
    package static func escaped(_ text: String) -> String {
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
    package static func short(_ value: Double) -> String {
        let rounded = (value * 10).rounded() / 10
        return rounded == rounded.rounded() ? String(Int(rounded)) : String(rounded)
    }

    /// A rate in percent, `2.59`; a dash for none.
    package static func percent(_ rate: Double?) -> String {
        rate.map { String(format: "%.2f", $0 * 100) } ?? "–"
    }

    /// A whole number with its thousands apart.
    package static func count(_ number: Int) -> String {
        var text = ""
        for (index, digit) in String(number).reversed().enumerated() {
            if index > 0, index % 3 == 0 { text = "\u{202f}" + text }
            text = String(digit) + text
        }
        return text
    }
}
