extension TemplateFormat {
    /// Reads a record of this format.
    ///
    /// - Throws: `TemplateError` with code, field, offset, value and limit of the first field that is not allowed.
    /// - Complexity: O(*n*) in the bytes.
    public func decode(_ bytes: [UInt8]) throws(TemplateError) -> TemplateRecord {
        switch self {
        case .iso2005: try ISO19794_2_2005.decode(bytes)
        case .iso2011: try ISO19794_2_2011.decode(bytes)
        case .ansi2004: try INCITS378_2004.decode(bytes)
        case .ansi2009: try INCITS378_2009.decode(bytes)
        case .ansi2009Amendment1: try INCITS378_2009.decode(bytes, amended: true)
        case .iso2005CardNormal: try ISO19794_2_2005Card.decode(bytes, isCompact: false)
        case .iso2005CardCompact: try ISO19794_2_2005Card.decode(bytes, isCompact: true)
        case .ansiNIST: try NISTType9.decode(bytes)
        }
    }

    /// Writes a record in this format, whose units the record's values must already be in: see
    /// ``TemplateRecord/converted(to:)``.
    ///
    /// - Throws: `TemplateError` for what the format cannot hold; its offset is where the field would stand.
    public func encode(_ record: TemplateRecord) throws(TemplateError) -> [UInt8] {
        switch self {
        case .iso2005: try ISO19794_2_2005.encode(record)
        case .iso2011: try ISO19794_2_2011.encode(record)
        case .ansi2004: try INCITS378_2004.encode(record)
        case .ansi2009: try INCITS378_2009.encode(record)
        case .ansi2009Amendment1: try INCITS378_2009.encode(record, amended: true)
        case .iso2005CardNormal: try ISO19794_2_2005Card.encode(record, isCompact: false)
        case .iso2005CardCompact: try ISO19794_2_2005Card.encode(record, isCompact: true)
        case .ansiNIST: try NISTType9.encode(record)
        }
    }

    /// Refuses more bytes than a record may have before any of them is looked at.
    func refuseSize(_ count: Int) throws(TemplateError) {
        guard count <= byteLimit else {
            throw TemplateError(
                .tooLarge, field: RecordField.record, offset: 0, value: count, limit: "at most \(byteLimit) bytes")
        }
    }
}

extension TemplateRecord {
    /// Reads a record of a format, or of the format its bytes are recognised as.
    ///
    /// - Throws: `TemplateError`; `.ambiguousFormat` and `.unknownFormat` where no format is named and the bytes do not
    ///   say which it is.
    public init(decoding bytes: [UInt8], as format: TemplateFormat? = nil) throws(TemplateError) {
        if let format {
            self = try format.decode(bytes)
        } else {
            self = try FormatDetection.read(bytes)
        }
    }

    /// The record as bytes of its format.
    ///
    /// - Throws: `TemplateError` for what the format cannot hold; its offset is where the field would stand.
    public func encoded() throws(TemplateError) -> [UInt8] { try format.encode(self) }
}
