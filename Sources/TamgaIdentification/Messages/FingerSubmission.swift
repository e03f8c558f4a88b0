public import TamgaTemplates

/// One finger record as a station sends it.
public struct FingerSubmission: Hashable, Sendable {
    /// The finger as the station names it; nil: as the record itself says.
    public var position: FingerPosition?
    /// The code of the format: the raw value of a `TemplateFormat`.
    public var format: UInt16
    /// The record, 1 to ``IdentificationLimits/recordBytes`` bytes.
    public var record: [UInt8]

    /// A record as it came, not yet read.
    public init(position: FingerPosition? = nil, format: UInt16, record: [UInt8]) {
        self.position = position
        self.format = format
        self.record = record
    }
}
