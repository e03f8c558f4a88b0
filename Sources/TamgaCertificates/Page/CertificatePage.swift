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
    static let codeBottom = 56.0
    /// Where the part with the QR code begins.
    static let footTop = codeBottom + codeSize + 16

    /// Room above and below the rows, in points: as little, and at most as much.
    static let padding = 5.5...11.0
    /// How much smaller than usual the rows are set, tried in turn: a content that is too long for one size takes the
    /// next.
    static let scales = [1, 0.92, 0.84, 0.76, 0.7, 0.64]

    let content: CertificateContent
    let code: QRCode
    let key: SigningKey
    let scale: Double
    let padding: Double
    var canvas: Canvas

    /// The page, at the first size at which everything has room; what room is left goes between the rows.
    ///
    /// - Throws: `characterMissing`, `fontRefused`, `doesNotFit`.
    static func drawing(
        _ content: CertificateContent, text: String, key: SigningKey, fonts: CertificateFonts
    ) throws(CertificateError) -> Canvas {
        guard let code = QRCode(Array(text.utf8)) else { throw .doesNotFit }
        for scale in scales {
            var page = CertificatePage(content, code, key, fonts, scale: scale, padding: padding.lowerBound)
            let left = try page.drawBody() - footTop
            guard left >= 0 else { continue }
            let wider = min(padding.upperBound, padding.lowerBound + left / Double(2 * rows))
            page = CertificatePage(content, code, key, fonts, scale: scale, padding: wider)
            _ = try page.drawBody()
            try page.drawFoot()
            return page.canvas
        }
        throw .doesNotFit
    }

    private init(
        _ content: CertificateContent, _ code: QRCode, _ key: SigningKey, _ fonts: CertificateFonts, scale: Double,
        padding: Double
    ) {
        (self.content, self.code, self.key, self.scale, self.padding) = (content, code, key, scale, padding)
        canvas = Canvas(fonts)
    }

    /// All but the foot; where it ends.
    private mutating func drawBody() throws(CertificateError) -> Double {
        drawFrame()
        let y = try drawHeading(top: Self.height - 54)
        return try drawRows(top: try drawNumbers(top: y - 14) - 2)
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
        let number = TextStyle(size: 14 * scale, leading: 18 * scale, isBold: true)
        let text = content.person.text
        let lines = try canvas.lines(of: text, width: half, number)
        let bottom = top - 30 - number.leading * Double(lines.count)
        canvas.fill([(Self.margin, bottom, Self.inner, top - bottom)], .tint)
        canvas.fill([(Self.margin, bottom, 2.5, top - bottom)], .accent)
        let left = Self.margin + Self.gutter
        let y = try canvas.set(
            CertificateTexts.inOneLine(CertificateTexts.serial), x: left, top: top - 8, width: half, label)
        _ = try canvas.set(CertificateTexts.number(content.serial), x: left, top: y - 2, width: half, number)
        _ = try canvas.set(
            CertificateTexts.inOneLine(CertificateTexts.person), x: right, top: top - 8, width: half, label)
        _ = try canvas.set(lines, x: right, top: y - 2, width: half, number)
        return bottom
    }

    var label: TextStyle { TextStyle(size: 5.9 * scale, leading: 9 * scale, ink: .quiet) }
    var value: TextStyle { TextStyle(size: 8.6 * scale, leading: 11.6 * scale) }
    var heading: TextStyle { TextStyle(size: 7.6 * scale, leading: 11.6 * scale, isBold: true) }
}
