/// The limits of this layer, by name and unit; the codecs enforce them as soon as a field is read.
public enum TemplateLimits {
    /// Bytes of one record.
    public static let recordBytes = 65_536
    /// Bytes of one ANSI/NIST-ITL transaction, which may carry images beside its minutiae.
    public static let transactionBytes = 16_777_216
    /// Records of one transaction.
    public static let transactionRecords = 1_000
    /// Fields of one tagged record.
    public static let fieldsPerRecord = 1_000
    /// Finger views in one record: ten fingers of sixteen views, and the sixteen of an unknown one.
    public static let viewsPerRecord = 176
    /// Minutiae of one view: the count is one byte.
    public static let minutiaePerView = 255
    /// Pixels per centimetre a record may state, per axis (about 100 to 2,540 dpi).
    public static let pixelsPerCentimetre: ClosedRange<Int> = 39...1_000
    /// Percent by which the larger of the two resolutions of a record may exceed the smaller: up to here the
    /// direction of a minutia changes by less than half of the angle's unit (0.57 of 1.41 degrees).
    public static let anisotropyPercent = 2
    /// Pixels per centimetre that stand for 500 dpi: every encoder rounds 196.85 to this.
    public static let pixelsPerCentimetreAt500DPI = 197
    /// Largest coordinate after normalisation, pixels at 500 dpi (the field is 14 bits wide).
    public static let coordinate = 16_383
    /// Quality of a finger or of a minutia, both of the standard's 0 to 100.
    public static let quality: UInt8 = 100
    /// The positions that are read, in words: fingers, slaps, palms.
    static let positionCodes = "0 to 15, 20 to 38 or 81 to 86"
    /// The impression types that are read, in words.
    static let impressionCodes = "0 to 15 or 20 to 29"
    /// Stands for a quality that is not reported, in formats that have such a code.
    public static let qualityNotReported: UInt8 = 254
    /// Cores, or deltas, of one view: the count is four bits wide.
    public static let singularPoints = 15
    /// Largest view number: the field is four bits wide.
    public static let viewNumber: UInt8 = 15
}
