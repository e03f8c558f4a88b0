/// Which format some bytes are of, as far as they say it themselves.
public enum FormatDetection: Hashable, Sendable {
    /// The bytes name the format, or read as no other.
    case identified(TemplateFormat)
    /// The bytes read as each of these; which one it is must be stated.
    case ambiguous([TemplateFormat])
    /// No format that is read, or one of them with a fault.
    case refused(TemplateError)

    /// Looks at the bytes.
    ///
    /// - Complexity: O(*n*): bytes that two formats share the head of are read as both.
    public static func detect(_ bytes: [UInt8]) -> FormatDetection {
        switch candidates(bytes) {
        case .one(let format): return .identified(format)
        case .several(let formats): return settle(formats.map { ($0, outcome(bytes, as: $0)) }, bytes)
        case .none: return headerless(bytes)
        }
    }

    /// The format that a header is most like, be the record what it may; nil where there is no header of a format.
    public static func likely(_ bytes: [UInt8]) -> TemplateFormat? {
        switch candidates(bytes) {
        case .one(let format): format
        case .several(let formats): likelyVersion030(bytes) ?? formats.first
        case .none: nil
        }
    }

    /// Reads bytes as the format they are recognised as.
    static func read(_ bytes: [UInt8]) throws(TemplateError) -> TemplateRecord {
        switch detect(bytes) {
        case .identified(let format): return try format.decode(bytes)
        case .refused(let error): throw error
        case .ambiguous(let formats):
            throw TemplateError(
                .ambiguousFormat, field: "format", offset: 0, value: formats.count,
                limit: "a stated format: the bytes read as \(formats.map(\.token).joined(separator: " and as "))")
        }
    }

    private enum Candidates {
        case none
        case one(TemplateFormat)
        case several([TemplateFormat])
    }

    private static func candidates(_ bytes: [UInt8]) -> Candidates {
        if NISTTransaction.begins(bytes) { return .one(.ansiNIST) }
        guard bytes.count >= 12, bytes[0..<4].elementsEqual(FMRSignature.identifier) else { return .none }
        let version = bytes[4..<8]
        if version.elementsEqual(FMRSignature.version035) { return .one(.ansi2009Amendment1) }
        if version.elementsEqual(FMRSignature.version030) { return .several([.iso2011, .ansi2009]) }
        if version.elementsEqual(FMRSignature.version020) { return .one(.ansi2004) }
        guard version.elementsEqual(FMRSignature.version20) else { return .none }
        // Two bytes of length, or four: no record is shorter than its header, nor as long as a header's length moved
        // up by two bytes would have it.
        let upper = Int(bytes[8]) << 8 | Int(bytes[9])
        let lower = Int(bytes[10]) << 8 | Int(bytes[11])
        let isISO = upper == 0 ? lower >= ISO19794_2_2005.headerBytes : upper < INCITS378_2004.headerBytes
        return .one(isISO ? .iso2005 : .ansi2004)
    }

    private typealias Outcome = Result<TemplateRecord, TemplateError>

    private static func outcome(_ bytes: [UInt8], as format: TemplateFormat) -> Outcome {
        do { return .success(try format.decode(bytes)) } catch { return .failure(error) }
    }

    private static func settle(_ outcomes: [(TemplateFormat, Outcome)], _ bytes: [UInt8]) -> FormatDetection {
        let read = outcomes.compactMap { if case .success = $0.1 { $0.0 } else { nil } }
        if read.count == 1 { return .identified(read[0]) }
        if read.count > 1 { return .ambiguous(read) }
        let likely = likelyVersion030(bytes)
        for case (likely, .failure(let error)) in outcomes { return .refused(error) }
        let reasons = outcomes.map { format, outcome in
            if case .failure(let error) = outcome { "\(format.token): \(error)" } else { format.token }
        }
        return .refused(
            TemplateError(
                .unknownFormat, field: RecordField.version, offset: 4, value: 0x3033_3000,
                limit: "a record of one of these: \(reasons.joined(separator: "; "))"))
    }

    /// Which of the two formats of version 030 the header of a faulty record is more like; nil where it is like both
    /// or neither.
    private static func likelyVersion030(_ bytes: [UInt8]) -> TemplateFormat? {
        guard bytes.count >= 21 else { return nil }
        func number(_ offset: Int, _ count: Int) -> Int {
            bytes[offset..<offset + count].reduce(0) { $0 << 8 | Int($1) }
        }
        // 2011: a count, a flag, and a first representation that fits; 2009: views, and a reserved zero.
        let is2011 =
            number(12, 2) > 0 && bytes[14] <= 1 && number(15, 4) >= ISO19794_2_2011.leastRepresentationBytes
            && number(15, 4) + ISO19794_2_2011.headerBytes <= number(8, 4)
        let is2009 = bytes[19] > 0 && bytes[20] == 0
        if is2011 == is2009 { return nil }
        return is2011 ? .iso2011 : .ansi2009
    }

    /// Card records have no header: that they read as one says little.
    private static func headerless(_ bytes: [UInt8]) -> FormatDetection {
        let cards: [TemplateFormat] = [.iso2005CardNormal, .iso2005CardCompact]
        let read = cards.filter { if case .success = outcome(bytes, as: $0) { true } else { false } }
        let isFMR = bytes.count >= 4 && bytes[0..<4].elementsEqual(FMRSignature.identifier)
        if !read.isEmpty, !isFMR { return .ambiguous(read) }
        var reader = RecordReader(bytes)
        let seen: Int
        do throws(TemplateError) {
            seen = try reader.doubleWord(RecordField.formatIdentifier)
            guard isFMR else {
                return .refused(
                    TemplateError(
                        .unknownFormat, field: RecordField.formatIdentifier, offset: 0, value: seen,
                        limit: "FMR of ISO/IEC 19794-2 or ANSI INCITS 378, or Type-1 of ANSI/NIST-ITL"))
            }
            let version = try reader.doubleWord(RecordField.version)
            _ = try reader.doubleWord(RecordField.totalLength)
            return .refused(
                TemplateError(
                    .unknownFormat, field: RecordField.version, offset: 4, value: version,
                    limit: "20, 030 or 035"))
        } catch { return .refused(error) }
    }
}
