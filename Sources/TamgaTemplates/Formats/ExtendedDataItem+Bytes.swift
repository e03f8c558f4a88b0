extension ExtendedDataItem {
    private static let ridgeCountsType: UInt16 = 1
    private static let coresAndDeltasType: UInt16 = 2
    private static let zonalQualityType: UInt16 = 3

    /// The types that a format's standard describes.
    static func standardTypes(_ format: TemplateFormat) -> ClosedRange<UInt16> {
        ridgeCountsType...(format.coresFlagEachPoint ? zonalQualityType : coresAndDeltasType)
    }

    /// Reads an item; one that would not be written as the same bytes stays as it is.
    init(type: UInt16, bytes: [UInt8], _ format: TemplateFormat) {
        let read = Self.read(type, bytes, format)
        guard let read, (try? read.data(format)) == bytes else {
            self = .other(type: type, bytes: bytes)
            return
        }
        self = read
    }

    private static func read(_ type: UInt16, _ bytes: [UInt8], _ format: TemplateFormat) -> ExtendedDataItem? {
        guard standardTypes(format).contains(type) else { return nil }
        var reader = RecordReader(bytes)
        switch type {
        case ridgeCountsType: return (try? RidgeCounts(&reader)).map(Self.ridgeCounts)
        case coresAndDeltasType: return (try? CoresAndDeltas(&reader, format)).map(Self.coresAndDeltas)
        default: return (try? ZonalQuality(&reader, format)).map(Self.zonalQuality)
        }
    }

    var type: UInt16 {
        switch self {
        case .ridgeCounts: Self.ridgeCountsType
        case .coresAndDeltas: Self.coresAndDeltasType
        case .zonalQuality: Self.zonalQualityType
        case .other(let type, _): type
        }
    }

    /// The item's data, without type and length.
    ///
    /// - Throws: `.outOfRange` for what the format cannot hold, with offsets from the start of the item's data.
    func data(_ format: TemplateFormat) throws(TemplateError) -> [UInt8] {
        var writer = RecordWriter(capacity: 64)
        switch self {
        case .ridgeCounts(let counts): counts.write(to: &writer)
        case .coresAndDeltas(let points): try points.write(to: &writer, format)
        case .zonalQuality(let zones): try zones.write(to: &writer, format)
        case .other(_, let bytes): writer.append(bytes)
        }
        return writer.bytes
    }
}

extension RidgeCounts {
    fileprivate init(_ reader: inout RecordReader) throws(TemplateError) {
        method = UInt8(try reader.byte("ridge count method", in: 0...2))
        counts = []
        counts.reserveCapacity(reader.remaining / 3)
        while reader.remaining > 0 {
            counts.append(
                RidgeCount(
                    first: UInt8(try reader.byte("first minutia")), second: UInt8(try reader.byte("second minutia")),
                    count: UInt8(try reader.byte("ridge count"))))
        }
    }

    fileprivate func write(to writer: inout RecordWriter) {
        writer.byte(Int(method))
        for count in counts { writer.append([count.first, count.second, count.count]) }
    }
}

extension ZonalQuality {
    fileprivate init(_ reader: inout RecordReader, _ format: TemplateFormat) throws(TemplateError) {
        let isNamed = format == .iso2011
        vendor = isNamed ? UInt16(try reader.word("zonal quality vendor")) : 0
        algorithm = isNamed ? UInt16(try reader.word("zonal quality algorithm")) : 0
        cellWidth = UInt8(try reader.byte("cell width", in: 1...255))
        cellHeight = UInt8(try reader.byte("cell height", in: 1...255))
        depth = UInt8(try reader.byte("bits of a cell", in: 1...255))
        cells = Array(reader.bytes[reader.offset...])
    }

    fileprivate func write(to writer: inout RecordWriter, _ format: TemplateFormat) throws(TemplateError) {
        if format == .iso2011 {
            writer.word(Int(vendor))
            writer.word(Int(algorithm))
        }
        for (value, field) in [(cellWidth, "cell width"), (cellHeight, "cell height"), (depth, "bits of a cell")] {
            try writer.refuse(Int(value), in: 1...255, field)
            writer.byte(Int(value))
        }
        writer.append(cells)
    }
}
