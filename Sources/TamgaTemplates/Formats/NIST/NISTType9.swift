/// Type-9 records of ANSI/NIST-ITL 1-2011 with the M1 block (fields 9.126 to 9.150, INCITS 378 in text).
///
/// | field | what |
/// |---|---|
/// | 9.003 | impression type |
/// | 9.126, 9.127 | product, equipment: kept as they came |
/// | 9.128 to 9.132 | width, height, unit of scale (1 inch, 2 centimetre), horizontal and vertical pixel scale |
/// | 9.133 to 9.135 | view number, position, quality with vendor and algorithm |
/// | 9.136, 9.137 | number of minutiae; of each its number, x, y, angle (two degrees), type, quality |
/// | 9.138 to 9.141 | ridge counts, cores, deltas, further angles of the deltas |
///
/// Places have their origin in the upper left corner, as in INCITS 378. Every other field is kept as it came.
public enum NISTType9 {
    /// The numbers of the fields that are looked into.
    enum Field {
        static let length = 1
        static let idc = 2
        static let impression = 3
        static let format = 4
        static let product = 126
        static let equipment = 127
        static let width = 128
        static let height = 129
        static let scaleUnits = 130
        static let horizontalScale = 131
        static let verticalScale = 132
        static let view = 133
        static let position = 134
        static let quality = 135
        static let minutiaCount = 136
        static let minutiae = 137
        static let ridgeCounts = 138
        static let cores = 139
        static let deltas = 140
        static let deltaAngles = 141
        /// Those whose values stand in the view; the others are kept as they came.
        static let read: Set<Int> = [
            length, impression, width, height, scaleUnits, horizontalScale, verticalScale, view, position, quality,
            minutiaCount, minutiae, ridgeCounts, cores, deltas, deltaAngles,
        ]
    }

    /// What field 9.002 may say.
    static let idcs = 0...99

    /// Reads the Type-9 records of a transaction; other records are passed over.
    ///
    /// - Parameter bytes: the whole file, at most ``TemplateLimits/transactionBytes``.
    /// - Throws: `TemplateError` with code, field, offset, value and limit of the first field that is not allowed; the
    ///   offset is that of the Type-9 record.
    /// - Complexity: O(*n*) in the bytes.
    public static func decode(_ bytes: [UInt8]) throws(TemplateError) -> TemplateRecord {
        try TemplateFormat.ansiNIST.refuseSize(bytes.count)
        let transaction = try NISTTransaction(bytes)
        var record = TemplateRecord(format: .ansiNIST, views: [], transaction: transaction.header)
        for minutiae in transaction.minutiae {
            guard minutiae.fields.contains(where: { $0.number == Field.minutiae }) else {
                if !record.deviations.contains(TemplateDeviation(.recordPassedOver)) {
                    record.deviations.append(TemplateDeviation(.recordPassedOver))
                }
                continue
            }
            var reader = NISTViewReader(minutiae, view: record.views.count + 1)
            record.views.append(try reader.read())
            record.deviations += reader.deviations
        }
        guard 1...TemplateLimits.viewsPerRecord ~= record.views.count else {
            throw TemplateError(
                .outOfRange, field: "Type-9 records with the M1 block", offset: 0, value: record.views.count,
                limit: "1 to \(TemplateLimits.viewsPerRecord)")
        }
        return record
    }
}
