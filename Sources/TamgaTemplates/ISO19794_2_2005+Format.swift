extension ISO19794_2_2005 {
    /// Reads format identifier and version, and refuses every other format by its name.
    static func readFormat(_ reader: inout RecordReader) throws(TemplateError) {
        let identifier = try reader.doubleWord(ISOField.formatIdentifier)
        guard reader.bytes[0..<4].elementsEqual(formatIdentifier) else {
            throw TemplateError(
                .unknownFormat, field: ISOField.formatIdentifier, offset: 0, value: identifier,
                limit: "FMR of ISO/IEC 19794-2:2005")
        }
        let seen = try reader.doubleWord(ISOField.version)
        guard reader.bytes[4..<8].elementsEqual(version) else {
            throw otherFormat(name(ofVersion: seen), value: seen)
        }
    }

    /// Reads the total length. ANSI INCITS 378-2004 has the same identifier and version but two bytes of length,
    /// and where these are zero four more: no record of either standard is shorter than its header, which tells them
    /// apart.
    static func readTotalLength(_ reader: inout RecordReader) throws(TemplateError) -> Int {
        let offset = reader.offset
        let length = try reader.doubleWord(ISOField.totalLength)
        let upper = length >> 16
        if upper >= ansiHeaderBytes {
            throw otherFormat("ANSI INCITS 378-2004", value: upper, offset: offset)
        }
        if length < headerBytes {
            throw otherFormat("ANSI INCITS 378-2004 with the long length", value: length, offset: offset)
        }
        return length
    }

    /// Bytes of the shorter header of ANSI INCITS 378-2004.
    private static let ansiHeaderBytes = 26

    private static func name(ofVersion version: Int) -> String {
        switch version {
        case 0x3032_3000: "version 020"
        case 0x3033_3000: "version 030: ISO/IEC 19794-2:2011 or ANSI INCITS 378-2009"
        case 0x3033_3500: "version 035: ANSI INCITS 378-2009/AM1"
        default: "unknown"
        }
    }

    private static func otherFormat(_ seen: String, value: Int, offset: Int = 4) -> TemplateError {
        TemplateError(
            .unknownFormat, field: "\(ISOField.version) (seen: \(seen))", offset: offset, value: value,
            limit: "ISO/IEC 19794-2:2005; others are not supported yet: see docs")
    }
}
