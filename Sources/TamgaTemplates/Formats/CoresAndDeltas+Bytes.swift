extension CoresAndDeltas {
    /// Points of one kind: how many angles each has, where it has any.
    private enum Kind: Int {
        case core = 1
        case delta = 3
    }

    /// The bit that says angles follow: in each point's x (ISO/IEC) or in the byte of the count (INCITS).
    private static let flagInX = 0x4000
    private static let flagInCount = 0x40

    init(_ reader: inout RecordReader, _ format: TemplateFormat) throws(TemplateError) {
        cores = try Self.points(&reader, .core, format)
        deltas = try Self.points(&reader, .delta, format)
        guard reader.remaining == 0 else {
            throw TemplateError(
                .trailingBytes, field: "cores and deltas", offset: reader.offset, value: reader.remaining, limit: "0")
        }
    }

    private static func points(
        _ reader: inout RecordReader, _ kind: Kind, _ format: TemplateFormat
    ) throws(TemplateError) -> [SingularPoint] {
        let count = try reader.byte("number of points")
        var points: [SingularPoint] = []
        for _ in 0..<(count & TemplateLimits.singularPoints) {
            let (x, y) = (try reader.word("x"), try reader.word("y"))
            let hasAngles = format.coresFlagEachPoint ? x & flagInX != 0 : count & flagInCount != 0
            var angles: [UInt8] = []
            for _ in 0..<(hasAngles ? kind.rawValue : 0) {
                angles.append(UInt8(try reader.byte("angle", in: 0...format.anglesPerTurn - 1)))
            }
            points.append(
                SingularPoint(
                    x: UInt16(x & RecordBits.coordinate), y: UInt16(y & RecordBits.coordinate), angles: angles))
        }
        return points
    }

    func write(to writer: inout RecordWriter, _ format: TemplateFormat) throws(TemplateError) {
        try Self.write(cores, .core, to: &writer, format)
        try Self.write(deltas, .delta, to: &writer, format)
    }

    private static func write(
        _ points: [SingularPoint], _ kind: Kind, to writer: inout RecordWriter, _ format: TemplateFormat
    ) throws(TemplateError) {
        try writer.refuse(points.count, over: TemplateLimits.singularPoints, "number of points")
        let inCount = !format.coresFlagEachPoint && points.first?.angles.isEmpty == false
        writer.byte(points.count | (inCount ? flagInCount : 0))
        for point in points {
            let hasAngles = !point.angles.isEmpty
            guard !hasAngles || point.angles.count == kind.rawValue, format.coresFlagEachPoint || hasAngles == inCount
            else {
                throw TemplateError(
                    .outOfRange, field: "angles of a point", offset: writer.bytes.count, value: point.angles.count,
                    limit: "none or \(kind.rawValue), in INCITS the same for all points")
            }
            try writer.refuse(Int(point.x), over: RecordBits.coordinate, "x")
            writer.word(Int(point.x) | (format.coresFlagEachPoint && hasAngles ? flagInX : 0))
            try writer.refuse(Int(point.y), over: RecordBits.coordinate, "y")
            writer.word(Int(point.y))
            for angle in point.angles {
                try writer.refuse(Int(angle), over: format.anglesPerTurn - 1, "angle")
                writer.byte(Int(angle))
            }
        }
    }
}
