/// How much a backup holds, or how much of it came back.
public struct BackupCounts: Hashable, Sendable, Codable {
    public var persons: UInt64
    public var encounters: UInt64
    public var records: UInt64
    /// Facts of all persons and of nobody together.
    public var facts: UInt64

    /// Puts counts together.
    public init(persons: UInt64, encounters: UInt64, records: UInt64, facts: UInt64 = 0) {
        (self.persons, self.encounters, self.records, self.facts) = (persons, encounters, records, facts)
    }

    /// Reads the counts of a manifest; those of form 1 had no facts.
    public init(from decoder: any Decoder) throws {
        let members = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            persons: try members.decode(UInt64.self, forKey: .persons),
            encounters: try members.decode(UInt64.self, forKey: .encounters),
            records: try members.decode(UInt64.self, forKey: .records),
            facts: try members.decodeIfPresent(UInt64.self, forKey: .facts) ?? 0)
    }

    /// What is left of these without those, which are among them.
    func without(_ others: BackupCounts) -> BackupCounts {
        BackupCounts(
            persons: persons - min(persons, others.persons),
            encounters: encounters - min(encounters, others.encounters),
            records: records - min(records, others.records),
            facts: facts - min(facts, others.facts))
    }
}

extension BackupCounts: CustomStringConvertible {
    public var description: String {
        "\(persons) persons, \(encounters) encounters, \(records) records, \(facts) facts"
    }
}

/// What a backup gives with a file of keys.
public struct BackupYield: Hashable, Sendable {
    /// What the backup says of itself.
    public let manifest: BackupManifest
    /// What can be opened.
    public let restored: BackupCounts
    /// What cannot be, because it was deleted or replaced after the backup: its keys are gone.
    public let leftOut: BackupCounts
    /// The number of the last change: that of the file of keys, where it is newer than the backup.
    public let sequence: UInt64
}

/// How far the making or the reading of a backup has come, in encounters.
public enum BackupProgress: Hashable, Sendable {
    /// Rows are being copied.
    case copying(UInt64, of: UInt64)
    /// The bytes of a file are being read, in bytes.
    case reading(UInt64, of: UInt64)
    /// What was copied is being opened, record by record.
    case verifying(UInt64, of: UInt64)
}
