/// What a record says of its length against what was given, and how much of a difference is let pass.
///
/// | difference | reading |
/// |---|---|
/// | one byte more than declared | read as data where the views need it, else ignored |
/// | two bytes more, and the views need them | read as data |
/// | only zeros beyond the declared length | ignored: a buffer of fixed size |
struct RecordLength {
    let declared: Int
    let given: Int
    /// Only zeros follow what is declared.
    private let isPadded: Bool

    /// - Throws: `.tooLarge`, `.truncated` or `.trailingBytes`.
    init(declared: Int, of bytes: [UInt8], offset: Int) throws(TemplateError) {
        (self.declared, given) = (declared, bytes.count)
        isPadded = declared < bytes.count && declared >= 0 && bytes[declared...].allSatisfy { $0 == 0 }
        let code: TemplateError.Code
        if declared > TemplateLimits.recordBytes {
            code = .tooLarge
        } else if declared > given {
            code = .truncated
        } else if given - declared > Self.bytesLetPass, !isPadded {
            code = .trailingBytes
        } else {
            return
        }
        throw TemplateError(
            code, field: RecordField.totalLength, offset: offset, value: declared,
            limit: "the \(given) bytes given, at most \(TemplateLimits.recordBytes)")
    }

    /// Bytes a record of a known encoder lacks in its length: those of samples in the standards themselves.
    private static let bytesLetPass = 2

    /// The views must end where the record ends, as declared or as given.
    ///
    /// - Returns: the deviation that this takes, if any.
    func deviation(whereViewsEnd end: Int) throws(TemplateError) -> TemplateDeviation? {
        switch (given - declared, end) {
        case (0, given): return nil
        case (1, declared), (1, given): return TemplateDeviation(.oneByteBeyondLength)
        case (2, given): return TemplateDeviation(.twoBytesBeyondLength)
        case (_, declared) where isPadded: return TemplateDeviation(.zeroPadding)
        default:
            throw TemplateError(
                .badLength, field: RecordField.endOfViews, offset: end, value: end,
                limit: "the total record length, \(declared)")
        }
    }
}
