import TamgaCrypto
import TamgaRegistry

// The QR code, and beside it how to use it.
extension CertificatePage {
    mutating func drawFoot() throws(CertificateError) {
        canvas.rule(x: Self.margin, y: Self.footTop - 0.6, width: Self.inner, thickness: 1.2, .accent)
        drawCode()
        let left = Self.margin + Self.codeSize + 24
        let width = Self.width - Self.margin - left
        var y = Self.codeBottom + Self.codeSize + 3
        for language in Language.allCases {
            y = try canvas.set(
                CertificateTexts.check[language], x: left, top: y, width: width,
                TextStyle(size: 7.6, leading: 11, ink: .accent, isBold: true))
            y = try canvas.set(
                CertificateTexts.howToCheck[language], x: left, top: y, width: width,
                TextStyle(size: 6.7, leading: 9.2, ink: .quiet)) - 3
        }
        try drawKey(x: left)
    }

    /// The dark modules, those side by side as one rectangle, all in one path: no seams, sharp at every size.
    private mutating func drawCode() {
        // In whole hundredths of a point, as PDF numbers are written here.
        let module = (Self.codeSize / Double(code.size) * 100).rounded(.down) / 100
        var runs: [(row: Int, column: Int, length: Int)] = []
        for row in 0..<code.size {
            var column = 0
            while column < code.size {
                let end = (column..<code.size).first { !code[row, $0] } ?? code.size
                if end > column { runs.append((row, column, end - column)) }
                column = end + 1
            }
        }
        canvas.fill(runs, x: Self.margin, top: Self.codeBottom + Self.codeSize, module: module)
    }

    private mutating func drawKey(x: Double) throws(CertificateError) {
        let digits = Array(Hex.text(key.identifier))
        let groups = stride(from: 0, to: digits.count, by: 4).map { String(digits[$0..<min($0 + 4, digits.count)]) }
        let name = CertificateTexts.inOneLine(CertificateTexts.key)
        try canvas.text(
            "\(name):  \(groups.joined(separator: " "))  (\(key.algorithm.rawValue))", x: x, y: Self.codeBottom,
            TextStyle(size: 6.2, leading: 8))
    }
}
