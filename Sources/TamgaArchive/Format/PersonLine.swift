import TamgaCrypto
import TamgaStore
import TamgaTemplates

/// A line of `persons.jsonl`.
struct PersonLine: Codable {
    let person: String
    @Whole var sequence: UInt64
    let encounters: [EncounterLine]
}

/// An encounter of a person, in the order of their coming to the person.
struct EncounterLine: Codable {
    @Whole var number: UInt64
    /// Milliseconds since 1970 UTC.
    @Whole var takenAt: Int64
    @Whole var changed: UInt64
    let records: [RecordLine]

    enum CodingKeys: String, CodingKey {
        case number, changed, records
        case takenAt = "taken_at"
    }
}

/// A record of an encounter, and the file that holds it.
struct RecordLine: Codable {
    let file: String
    /// A code of `FingerPosition`; nil: as the record itself says.
    let position: Whole<UInt8>?
    let positionName: String?
    /// A code of `TemplateFormat`.
    @Whole var format: UInt16
    /// Nil for a code without a name.
    let formatName: String?
    @Whole var bytes: Int
    let sha256: String

    enum CodingKeys: String, CodingKey {
        case file, position, format, bytes, sha256
        case positionName = "position_name"
        case formatName = "format_name"
    }

    init(_ record: StoredRecord, file: String, sha256: String) {
        (self.file, self.sha256) = (file, sha256)
        bytes = record.bytes.count
        position = record.position.map { Whole(wrappedValue: $0.rawValue) }
        positionName = record.position?.name
        format = record.format
        formatName = TemplateFormat(rawValue: record.format)?.token
    }

    /// Says null where there is no position, rather than nothing.
    func encode(to encoder: any Encoder) throws {
        var members = encoder.container(keyedBy: CodingKeys.self)
        try members.encode(file, forKey: .file)
        try members.encode(position, forKey: .position)
        try members.encode(positionName, forKey: .positionName)
        try members.encode(format, forKey: .format)
        try members.encode(formatName, forKey: .formatName)
        try members.encode(bytes, forKey: .bytes)
        try members.encode(sha256, forKey: .sha256)
    }
}

/// A line of `deletions.jsonl`.
struct DeletionLine: Codable {
    let sequence: UInt64
    /// Milliseconds since 1970 UTC.
    let deletedAt: Int64
    let digest: String
    let chain: String

    enum CodingKeys: String, CodingKey {
        case sequence, digest, chain
        case deletedAt = "deleted_at"
    }

    init(_ entry: DeletionEntry) {
        (sequence, deletedAt) = (entry.sequence, entry.deletedAt)
        (digest, chain) = (Hex.text(entry.digest), Hex.text(entry.chain))
    }
}
