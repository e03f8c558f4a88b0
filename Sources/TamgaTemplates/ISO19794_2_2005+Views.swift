extension ISO19794_2_2005 {
    /// Reads the finger views after the header and gathers what was let pass.
    struct ViewDecoder {
        var reader: RecordReader
        let header: Header
        var deviations: [TemplateDeviation] = []
        var extendedDataBytes = 0
        /// The next view number of each finger position.
        private var nextNumber = InlineArray<11, UInt8>(repeating: 0)

        init(reader: RecordReader, header: Header) {
            self.reader = reader
            self.header = header
        }

        mutating func readAll() throws(TemplateError) -> [FingerTemplate] {
            var views: [FingerTemplate] = []
            // A view takes six bytes at least: never reserve for more of them than can have arrived.
            views.reserveCapacity(min(header.viewCount, reader.remaining / 6))
            for view in 1...header.viewCount {
                views.append(try read(view))
            }
            return views
        }

        private mutating func read(_ view: Int) throws(TemplateError) -> FingerTemplate {
            let position = try readPosition(view)
            let (number, impression) = try readNumberAndImpression(view)
            let quality = try readQuality(view)
            let minutiae = try readMinutiae(view)
            if nextNumber[Int(position.rawValue)] != number {
                deviations.append(TemplateDeviation(.viewNumber, view: view))
            }
            nextNumber[Int(position.rawValue)] = number + 1
            let reading = try skipExtendedData(&reader, view: view)
            if reading.itemLengthsLeaveOutHeader {
                deviations.append(TemplateDeviation(.itemLengthWithoutHeader, view: view))
            }
            extendedDataBytes += reading.bytes
            return FingerTemplate(
                position: position, view: number, impression: impression, quality: quality,
                width: header.width, height: header.height, minutiae: minutiae)
        }

        private mutating func readPosition(_ view: Int) throws(TemplateError) -> FingerPosition {
            let code = try reader.byte(ISOField.named(ISOField.position, view: view))
            guard let position = FingerPosition(rawValue: UInt8(truncatingIfNeeded: code)) else {
                throw TemplateError(
                    .badCode, field: ISOField.named(ISOField.position, view: view), offset: reader.offset - 1,
                    value: code, limit: "0 to 10")
            }
            return position
        }

        private mutating func readNumberAndImpression(
            _ view: Int
        ) throws(TemplateError) -> (UInt8, ImpressionType) {
            let both = try reader.byte(ISOField.named(ISOField.viewNumber, view: view))
            guard let impression = ImpressionType(rawValue: UInt8(truncatingIfNeeded: both & 15)) else {
                throw TemplateError(
                    .badCode, field: ISOField.named(ISOField.impression, view: view), offset: reader.offset - 1,
                    value: both & 15, limit: "0 to 3, or 8")
            }
            return (UInt8(truncatingIfNeeded: both >> 4), impression)
        }

        private mutating func readQuality(_ view: Int) throws(TemplateError) -> UInt8 {
            let quality = try reader.byte(ISOField.named(ISOField.quality, view: view))
            guard quality <= TemplateLimits.quality else {
                throw TemplateError(
                    .outOfRange, field: ISOField.named(ISOField.quality, view: view), offset: reader.offset - 1,
                    value: quality, limit: "0 to \(TemplateLimits.quality)")
            }
            return UInt8(truncatingIfNeeded: quality)
        }
    }
}
