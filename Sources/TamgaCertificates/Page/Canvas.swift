/// A colour: red, green and blue, 0 to 1.
struct Ink: Hashable {
    let red: Double
    let green: Double
    let blue: Double

    static let text = Ink(red: 0.09, green: 0.12, blue: 0.17)
    static let quiet = Ink(red: 0.37, green: 0.42, blue: 0.48)
    static let accent = Ink(red: 0, green: 0.42, blue: 0.53)
    static let line = Ink(red: 0.78, green: 0.82, blue: 0.85)
    static let tint = Ink(red: 0.94, green: 0.97, blue: 0.98)

    var operands: String { [red, green, blue].map(PDFNumber.text).joined(separator: " ") }
}

/// How a text is set; sizes in points.
struct TextStyle {
    var size: Double
    var leading: Double
    var ink = Ink.text
    var isBold = false
    /// Room added behind each character.
    var tracking = 0.0
}

/// What is drawn on the page, in points from its lower left corner.
struct Canvas {
    private(set) var operators: [String] = []
    private(set) var regular: FontSubset
    private(set) var bold: FontSubset

    init(_ fonts: CertificateFonts) {
        (regular, bold) = (FontSubset(fonts.regular), FontSubset(fonts.bold))
    }

    mutating func rule(x: Double, y: Double, width: Double, thickness: Double, _ ink: Ink) {
        fill([(x, y, width, thickness)], ink)
    }

    /// Rectangles: x, y, width, height.
    mutating func fill(_ rectangles: [(Double, Double, Double, Double)], _ ink: Ink) {
        let paths = rectangles.map { box in
            [box.0, box.1, box.2, box.3].map(PDFNumber.text).joined(separator: " ") + " re"
        }
        operators.append("\(ink.operands) rg\n\(paths.joined(separator: "\n"))\nf")
    }

    /// Runs of black modules of a grid whose upper left corner is given.
    mutating func fill(_ runs: [(row: Int, column: Int, length: Int)], x: Double, top: Double, module: Double) {
        let side = PDFNumber.text(module)
        let paths = runs.map { "\($0.column) \($0.row) \($0.length) 1 re" }.joined(separator: "\n")
        operators.append(
            "q \(side) 0 0 -\(side) \(PDFNumber.text(x)) \(PDFNumber.text(top)) cm 0 0 0 rg\n\(paths)\nf Q")
    }

    mutating func frame(x: Double, y: Double, width: Double, height: Double, thickness: Double, _ ink: Ink) {
        let box = [x, y, width, height].map(PDFNumber.text).joined(separator: " ")
        operators.append("\(ink.operands) RG \(PDFNumber.text(thickness)) w \(box) re S")
    }

    /// One line of text, from x on the baseline y.
    mutating func text(_ text: String, x: Double, y: Double, _ style: TextStyle) throws(CertificateError) {
        let glyphs = try numbers(of: text, style).map(PDFNumber.hex4).joined()
        let place = "\(PDFNumber.text(x)) \(PDFNumber.text(y)) Td"
        operators.append(
            "BT \(style.ink.operands) rg /\(style.isBold ? "B" : "R") \(PDFNumber.text(style.size)) Tf "
                + "\(PDFNumber.text(style.tracking)) Tc \(place) <\(glyphs)> Tj ET")
    }

    /// In points.
    mutating func width(of text: String, _ style: TextStyle) throws(CertificateError) -> Double {
        var thousandths = 0
        let numbers = try numbers(of: text, style)
        for number in numbers {
            thousandths += try Self.refusing(style) { () throws(FontError) in
                try (style.isBold ? bold : regular).width(number)
            }
        }
        return Double(thousandths) * style.size / 1_000 + Double(numbers.count) * style.tracking
    }

    private mutating func numbers(of text: String, _ style: TextStyle) throws(CertificateError) -> [Int] {
        var numbers: [Int] = []
        for scalar in text.unicodeScalars {
            let number: Int?
            do throws(FontError) {
                number = try style.isBold ? bold.number(of: scalar) : regular.number(of: scalar)
            } catch { throw .fontRefused(font: style.isBold ? "bold" : "regular", error) }
            guard let number else { throw .characterMissing(scalar) }
            numbers.append(number)
        }
        return numbers
    }

    private static func refusing<Value>(
        _ style: TextStyle, _ body: () throws(FontError) -> Value
    ) throws(CertificateError) -> Value {
        do { return try body() } catch { throw .fontRefused(font: style.isBold ? "bold" : "regular", error) }
    }
}
