/// The identifier `FMR` and the version behind it, which five formats share.
enum FMRSignature {
    static let identifier: [UInt8] = [0x46, 0x4D, 0x52, 0x00]
    static let version20: [UInt8] = [0x20, 0x32, 0x30, 0x00]
    /// Version 20 written with a zero in front, seen in a sample of 378-2004.
    static let version020: [UInt8] = [0x30, 0x32, 0x30, 0x00]
    static let version030: [UInt8] = [0x30, 0x33, 0x30, 0x00]
    static let version035: [UInt8] = [0x30, 0x33, 0x35, 0x00]

    /// The version a format writes; nil where it has no such header.
    static func version(of format: TemplateFormat) -> [UInt8]? {
        switch format {
        case .iso2005, .ansi2004: version20
        case .iso2011, .ansi2009: version030
        case .ansi2009Amendment1: version035
        default: nil
        }
    }

    /// Reads both, and refuses every other format by its name.
    ///
    /// - Returns: whether the version is written with a zero in front.
    static func read(
        _ reader: inout RecordReader, as format: TemplateFormat
    ) throws(TemplateError) -> Bool {
        let seen = try reader.doubleWord(RecordField.formatIdentifier)
        guard reader.bytes[0..<4].elementsEqual(identifier) else {
            throw TemplateError(
                .unknownFormat, field: RecordField.formatIdentifier, offset: 0, value: seen,
                limit: "FMR of \(format.title)")
        }
        let version = try reader.doubleWord(RecordField.version)
        let bytes = reader.bytes[4..<8]
        if let own = Self.version(of: format), bytes.elementsEqual(own) { return false }
        if format == .ansi2004, bytes.elementsEqual(version020) { return true }
        throw otherFormat(name(bytes), value: version, wanted: format)
    }

    static func name(_ version: ArraySlice<UInt8>) -> String {
        if version.elementsEqual(version20) {
            return "version 20: ISO/IEC 19794-2:2005 or ANSI INCITS 378-2004"
        }
        if version.elementsEqual(version020) { return "version 020: ANSI INCITS 378-2004" }
        if version.elementsEqual(version030) {
            return "version 030: ISO/IEC 19794-2:2011 or ANSI INCITS 378-2009"
        }
        if version.elementsEqual(version035) { return "version 035: ANSI INCITS 378-2009/AM1" }
        return "unknown"
    }

    static func otherFormat(
        _ seen: String, value: Int, offset: Int = 4, wanted: TemplateFormat
    ) -> TemplateError {
        TemplateError(
            .unknownFormat, field: "\(RecordField.version) (seen: \(seen))", offset: offset, value: value,
            limit: wanted.title)
    }
}
