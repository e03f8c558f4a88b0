/// A QR code (ISO/IEC 18004:2015) of bytes, error correction level M: a seventh of its symbols may be unreadable.
package struct QRCode: Sendable {
    package let version: CodeVersion
    /// 0 to 7: the one of least penalty, the lower of equals.
    package let mask: Int
    private let isDark: [Bool]

    /// Modules on a side, without the quiet zone of four that has to be left around it.
    package var size: Int { version.size }

    /// Nil for a text above ``CertificateLimits/codeTextBytes``.
    package init?(_ text: [UInt8]) {
        guard let version = CodeVersion(forBytes: text.count) else { return nil }
        let masked = (0..<8).map { Self.matrix(text, version, mask: $0) }
        let penalties = masked.map(CodePenalty.of)
        let best = penalties.indices.min { (penalties[$0], $0) < (penalties[$1], $1) } ?? 0
        self.init(masked[best], mask: best)
    }

    /// With a mask of choice: for tests.
    package init?(_ text: [UInt8], mask: Int) {
        guard let version = CodeVersion(forBytes: text.count), (0..<8).contains(mask) else { return nil }
        self.init(Self.matrix(text, version, mask: mask), mask: mask)
    }

    private init(_ matrix: CodeMatrix, mask: Int) {
        (version, isDark, self.mask) = (matrix.version, matrix.isDark, mask)
    }

    private static func matrix(_ text: [UInt8], _ version: CodeVersion, mask: Int) -> CodeMatrix {
        var matrix = CodeMatrix(version)
        matrix.place(CodeSymbols.of(text, version: version))
        matrix.apply(mask: mask)
        matrix.drawFormat(mask: mask)
        return matrix
    }

    /// Whether the module is dark; row 0 is the upper one.
    package subscript(_ row: Int, _ column: Int) -> Bool { isDark[row * size + column] }
}
