public import TamgaTemplates

/// A record brought to another format: its bytes, and what that format does not hold.
public struct RecordConversion: Sendable {
    public let bytes: [UInt8]
    public let losses: [ConversionLoss]

    /// Converts and writes a record.
    ///
    /// - Parameter day: the date a transaction is given that has none (field 1.005), eight digits: `20260131`.
    /// - Throws: what the target cannot hold.
    public init(_ record: TemplateRecord, to target: TemplateFormat, day: String) throws(FileFault) {
        var (converted, lost) = record.converted(to: target)
        if target == .ansiNIST, !converted.transaction.contains(where: { $0.number == Self.dateField }) {
            converted.transaction.append(NISTField(Self.dateField, Array(day.utf8)))
        }
        do throws(TemplateError) { bytes = try converted.encoded() } catch { throw FileFault(error) }
        losses = lost.sorted { $0.rawValue < $1.rawValue }
    }

    private static let dateField = 5

    /// The end of a file's name in a format.
    static func ending(_ format: TemplateFormat) -> String {
        switch format {
        case .ansiNIST: "an2"
        case .iso2005CardNormal, .iso2005CardCompact: "\(format.token).bin"
        default: "\(format.token).fmr"
        }
    }
}
