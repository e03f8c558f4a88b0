/// The limits of certificates, each with its unit.
public enum CertificateLimits {
    /// The place of a registration, in bytes of UTF-8.
    public static let placeBytes = 1...128
    /// The serial number of a certificate.
    public static let serials: ClosedRange<UInt64> = 1...UInt64(Int64.max)
    /// A certificate as a file, in bytes.
    public static let fileBytes = 1 << 20
    /// The text of a QR code, in bytes: what version 40 holds at level M (ISO/IEC 18004:2015, table 7).
    public static let codeTextBytes = 2_331
    /// The content of a certificate in its canonical form, in bytes.
    public static let contentBytes = 512

    /// A font file, in bytes.
    public static let fontBytes = 16 << 20
    /// Tables of a font, in number.
    static let fontTables = 64
    /// Glyphs made of glyphs made of glyphs: how deep.
    static let compositeDepth = 8
    /// Tables of character codes of a font, in number.
    static let characterMaps = 64
    /// The last line of a file, in bytes.
    static let trailerBytes = 320
}
