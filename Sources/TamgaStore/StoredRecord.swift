public import TamgaTemplates

/// One template record as it came from the station: kept byte for byte, decoded elsewhere.
public struct StoredRecord: Hashable, Sendable {
    /// The finger as the station named it; nil: as the record itself says.
    public let position: FingerPosition?
    /// The code of the format: the raw value of a `TemplateFormat`.
    public let format: UInt16
    /// The record, 1 to ``StoreLimits/recordBytes`` bytes.
    public let bytes: [UInt8]

    /// Takes a record as it is; the store checks its size on enrolment.
    public init(position: FingerPosition?, format: UInt16, bytes: [UInt8]) {
        self.position = position
        self.format = format
        self.bytes = bytes
    }
}
