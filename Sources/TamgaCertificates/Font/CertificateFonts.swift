/// The two fonts of a certificate, read once for all certificates.
public struct CertificateFonts: Sendable {
    /// Where Debian and Ubuntu keep a font with all letters of the three languages (package fonts-dejavu-core).
    public static let regularPath = "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"
    /// Its bold face.
    public static let boldPath = "/usr/share/fonts/truetype/dejavu/DejaVuSans-Bold.ttf"

    let regular: TrueTypeFont
    let bold: TrueTypeFont

    /// Takes two TrueType files, each up to ``CertificateLimits/fontBytes``.
    ///
    /// - Throws: `fontRefused`.
    public init(regular: [UInt8], bold: [UInt8]) throws(CertificateError) {
        self.regular = try Self.font(regular, "regular")
        self.bold = try Self.font(bold, "bold")
    }

    private static func font(_ file: [UInt8], _ name: String) throws(CertificateError) -> TrueTypeFont {
        do throws(FontError) { return try TrueTypeFont(file) } catch { throw .fontRefused(font: name, error) }
    }
}
