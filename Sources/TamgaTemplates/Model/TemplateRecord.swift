/// One record of a template standard as its bytes say it; ``templates()`` brings its views to 500 dpi.
///
/// What a format does not have is empty, nil or zero. Encoding a record that was decoded without deviation gives the
/// same bytes.
public struct TemplateRecord: Hashable, Sendable {
    public var format: TemplateFormat
    /// Who made the record and by which program: the INCITS formats and Type-9.
    public var product: ProductIdentifier?
    /// Identifier of the capture equipment, 12 bits, 16 from 378-2009 on; 0 for not reported.
    public var captureDevice: UInt16
    /// Certification of the capture equipment: 4 bits, 8 from 378-2009 on.
    public var certification: UInt8
    /// In the order of the record.
    public var views: [RecordView]
    /// The fields of a transaction's Type-1 record.
    public var transaction: [NISTField]
    /// The leniency that was needed; empty for a record that keeps to its standard.
    public var deviations: [TemplateDeviation]

    /// A record of these views, to be encoded; unchecked until then.
    public init(
        format: TemplateFormat, product: ProductIdentifier? = nil, captureDevice: UInt16 = 0,
        certification: UInt8 = 0, views: [RecordView], transaction: [NISTField] = [],
        deviations: [TemplateDeviation] = []
    ) {
        (self.format, self.product, self.captureDevice) = (format, product, captureDevice)
        (self.certification, self.views) = (certification, views)
        (self.transaction, self.deviations) = (transaction, deviations)
    }
}

/// The vendor of a record and the vendor's name for the kind of it (CBEFF product identifier).
public struct ProductIdentifier: Hashable, Sendable {
    public var vendor: UInt16
    public var type: UInt16

    /// Codes as IBIA registers them.
    public init(vendor: UInt16, type: UInt16) { (self.vendor, self.type) = (vendor, type) }
}

/// One tagged field of an ANSI/NIST-ITL record, its value as it came, separators and all.
public struct NISTField: Hashable, Sendable {
    /// The number after the dot: 137 of `9.137`.
    public var number: Int
    public var value: [UInt8]

    /// A field of a record whose type the place says.
    public init(_ number: Int, _ value: [UInt8]) { (self.number, self.value) = (number, value) }
}
