internal import TamgaTemplates

/// How codes and bytes are put for people.
enum Words {
    /// Text from a file or a file's name, safe for a terminal: control characters are written as their numbers.
    static func printable(_ text: String) -> String {
        var safe = ""
        for scalar in text.unicodeScalars {
            if scalar.value < 0x20 || 0x7F...0x9F ~= scalar.value {
                safe += "<\(hex(Int(scalar.value), digits: 2))>"
            } else {
                safe.unicodeScalars.append(scalar)
            }
        }
        return safe
    }

    /// The value of a field of a transaction.
    static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

    /// Hexadecimal digits, so many at least.
    static func hex(_ value: Int, digits: Int) -> String {
        let text = String(value, radix: 16, uppercase: true)
        return String(repeating: "0", count: max(0, digits - text.count)) + text
    }

    /// A registered code: `0x001B`.
    static func code(_ value: UInt16) -> String { "0x" + hex(Int(value), digits: 4) }

    /// Tenths after the point.
    static func tenths(_ value: Double) -> String { "\((value * 10).rounded() / 10)" }

    /// One of something, or several.
    static func count(_ count: Int, _ noun: String, _ plural: String? = nil) -> String {
        "\(count) \(count == 1 ? noun : plural ?? noun + "s")"
    }
}

extension StatedImage {
    /// Millimetres of a number of pixels across.
    func millimetres(across pixels: Int) -> Double { Double(pixels) * 10 / Double(max(1, horizontalResolution)) }

    /// Millimetres of a number of pixels down.
    func millimetres(down pixels: Int) -> Double { Double(pixels) * 10 / Double(max(1, verticalResolution)) }
}
