import Foundation

/// What an archive says of itself, in `manifest.json`.
public struct ArchiveManifest: Hashable, Sendable, Codable {
    /// ``formatName``.
    public let format: String
    /// ``currentVersion``, or an older one.
    public let version: Int
    /// The program that made it.
    public let program: String
    /// When it was made, milliseconds since 1970 UTC.
    public let madeAt: Int64
    /// The number of the store's last change at the moment that the archive shows.
    public let sequence: UInt64
    /// Persons: lines of `persons.jsonl`.
    public let persons: UInt64
    public let encounters: UInt64
    /// Records: files below `records`.
    public let records: UInt64
    /// Facts: lines of `facts.jsonl`; none in version 1.
    public let facts: UInt64
    /// Deletions: lines of `deletions.jsonl`.
    public let deletions: UInt64
    /// SHA-256 of `persons.jsonl`, 64 lower-case hexadecimal digits.
    public let personsSHA256: String
    /// SHA-256 of `facts.jsonl`, 64 lower-case hexadecimal digits; nil in version 1, which has no such file.
    public let factsSHA256: String?
    /// SHA-256 of `deletions.jsonl`, 64 lower-case hexadecimal digits.
    public let deletionsSHA256: String

    /// What `format` says in every archive.
    public static let formatName = "tamga-archive"
    /// The version that this program writes.
    public static let currentVersion = 2

    enum CodingKeys: String, CodingKey {
        case format, version, program, sequence, persons, encounters, records, facts, deletions
        case madeAt = "made_at"
        case personsSHA256 = "persons_sha256"
        case factsSHA256 = "facts_sha256"
        case deletionsSHA256 = "deletions_sha256"
    }
}

extension ArchiveManifest {
    /// Reads the members; one that is missing or does not fit is an error of its field.
    public init(from decoder: any Decoder) throws {
        let members = try decoder.container(keyedBy: CodingKeys.self)
        func count(_ key: CodingKeys) throws -> UInt64 {
            try members.decode(Whole<UInt64>.self, forKey: key).wrappedValue
        }
        let version = try members.decode(Whole<Int>.self, forKey: .version).wrappedValue
        self.init(
            format: try members.decode(String.self, forKey: .format), version: version,
            program: try members.decode(String.self, forKey: .program),
            madeAt: try members.decode(Whole<Int64>.self, forKey: .madeAt).wrappedValue,
            sequence: try count(.sequence), persons: try count(.persons), encounters: try count(.encounters),
            records: try count(.records), facts: version > 1 ? try count(.facts) : 0,
            deletions: try count(.deletions),
            personsSHA256: try members.decode(String.self, forKey: .personsSHA256),
            factsSHA256: version > 1 ? try members.decode(String.self, forKey: .factsSHA256) : nil,
            deletionsSHA256: try members.decode(String.self, forKey: .deletionsSHA256))
    }

    /// The text of `manifest.json`.
    func text() throws(ArchiveError) -> [UInt8] {
        try ArchiveJSON.encode(self, isForPeople: true) + Array("\n".utf8)
    }

    /// - Throws: `.malformed`, `.newer`, `.outOfRange`.
    init(reading bytes: [UInt8]) throws(ArchiveError) {
        let file = ArchiveFile.manifest
        let head = try ArchiveJSON.decode(Head.self, bytes, file: file)
        guard head.format == Self.formatName else {
            throw ArchiveError(
                .malformed, "not an archive of Tamga", file: file, field: "format", limit: Self.formatName)
        }
        guard head.version <= Self.currentVersion else {
            throw ArchiveError(
                .newer, "version \(head.version)", file: file, field: "version", limit: "1 to \(Self.currentVersion)")
        }
        guard head.version >= 1 else {
            throw ArchiveError(
                .outOfRange, "version \(head.version)", file: file, field: "version",
                limit: "1 to \(Self.currentVersion)")
        }
        self = try ArchiveJSON.decode(Self.self, bytes, file: file)
    }

    /// Of every version.
    private struct Head: Decodable {
        let format: String
        @Whole var version: Int
    }
}
