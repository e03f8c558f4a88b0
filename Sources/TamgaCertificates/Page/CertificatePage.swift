import TamgaCrypto
import TamgaRegistry

/// What stands where on the page: A4, in points. What is the same in all languages stands across the page, the rest in
/// three columns, row by row at one height; the QR code is at the foot.
struct CertificatePage {
    static let width = 595.0
    static let height = 842.0
    static let margin = 51.0
    static let gutter = 16.0
    static let inner = width - 2 * margin
    static let column = (inner - 2 * gutter) / 3
    /// Of the QR code without its quiet zone.
    static let codeSize = 138.0
    static let codeBottom = 66.0
    /// Where the part with the QR code begins.
    static let footTop = codeBottom + codeSize + 16

    let content: CertificateContent
    let code: QRCode
    let key: SigningKey
    var canvas: Canvas

    /// - Throws: `characterMissing`, `fontRefused`, `doesNotFit`.
    init(
        _ content: CertificateContent, text: String, key: SigningKey, fonts: CertificateFonts
    ) throws(CertificateError) {
        guard let code = QRCode(Array(text.utf8)) else { throw .doesNotFit }
        (self.content, self.code, self.key) = (content, code, key)
        canvas = Canvas(fonts)
        drawFrame()
        var y = try drawHeading(top: Self.height - 52)
        y = try drawNumbers(top: y - 12)
        y = try drawRows(top: y - 4)
        guard y >= Self.footTop else { throw .doesNotFit }
        try drawFoot()
    }

    /// The left edge of a language's column.
    static func x(_ language: Language) -> Double {
        let index = Language.allCases.firstIndex(of: language) ?? 0
        return margin + Double(index) * (column + gutter)
    }

    private mutating func drawFrame() {
        for (inset, thickness) in [(24.0, 1.6), (28.5, 0.5)] {
            canvas.frame(
                x: inset, y: inset, width: Self.width - 2 * inset, height: Self.height - 2 * inset,
                thickness: thickness, .accent)
        }
    }

    /// Sets a text in each column; where the longest ends.
    mutating func set(
        _ text: Localized, top: Double, centred: Bool = false, _ style: TextStyle
    ) throws(CertificateError) -> Double {
        var end = top
        for language in Language.allCases {
            end = min(
                end,
                try canvas.set(
                    text[language], x: Self.x(language), top: top, width: Self.column, centred: centred, style))
        }
        return end
    }

    private mutating func drawHeading(top: Double) throws(CertificateError) -> Double {
        var y = try set(
            CertificateTexts.state, top: top, centred: true,
            TextStyle(size: 6.6, leading: 10, ink: .accent, isBold: true, tracking: 0.7))
        y = try set(
            CertificateTexts.title, top: y - 6, centred: true, TextStyle(size: 11.5, leading: 14.5, isBold: true))
        y = try set(
            CertificateTexts.statement, top: y - 6, centred: true, TextStyle(size: 7.4, leading: 10.4, ink: .quiet))
        return y
    }

    /// The two numbers, side by side on a tint, and the place below.
    private mutating func drawNumbers(top: Double) throws(CertificateError) -> Double {
        let half = (Self.inner - 3 * Self.gutter) / 2
        let right = Self.margin + 2 * Self.gutter + half
        let value = TextStyle(size: 14, leading: 18, isBold: true)
        let text = content.person.text
        let lines = try canvas.lines(of: text, width: half, value)
        let bottom = top - 30 - value.leading * Double(lines.count)
        canvas.fill([(Self.margin, bottom, Self.inner, top - bottom)], .tint)
        canvas.fill([(Self.margin, bottom, 2.5, top - bottom)], .accent)
        let left = Self.margin + Self.gutter
        let y = try canvas.set(
            CertificateTexts.inOneLine(CertificateTexts.serial), x: left, top: top - 8, width: half, Self.label)
        _ = try canvas.set(CertificateTexts.number(content.serial), x: left, top: y - 2, width: half, value)
        _ = try canvas.set(
            CertificateTexts.inOneLine(CertificateTexts.person), x: right, top: top - 8, width: half, Self.label)
        _ = try canvas.set(lines, x: right, top: y - 2, width: half, value)
        return bottom
    }

    static let label = TextStyle(size: 5.9, leading: 9, ink: .quiet)
    static let value = TextStyle(size: 8.6, leading: 11.6)
}
