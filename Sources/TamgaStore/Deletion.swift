public import TamgaCrypto
public import TamgaRegistry
import TamgaTemplates

/// What a deletion needs from outside the store: the time, and chance.
public struct DeletionOrder: Hashable, Sendable {
    /// Milliseconds since 1970 UTC, by the caller's clock.
    public let deletedAt: Int64
    /// ``StoreLimits/saltBytes`` bytes nobody can guess: without them the store's entry says nothing of the person.
    public let salt: [UInt8]

    /// Takes both as they are; the store checks the salt's length.
    public init(deletedAt: Int64, salt: [UInt8]) {
        (self.deletedAt, self.salt) = (deletedAt, salt)
    }
}

/// What proves a deletion without its content: kept by whoever asked for it, held against the store's own entry.
///
/// The store keeps `digest` and `chain`; with the salt and the person's identifier anybody can compute `digest` anew.
public struct DeletionReceipt: Hashable, Sendable {
    /// Milliseconds since 1970 UTC.
    public let deletedAt: Int64
    public let salt: [UInt8]
    /// SHA-256 of everything that was held of the person, facts included, 32 bytes.
    public let content: [UInt8]
    /// SHA-256 of salt, identifier and `content`, 32 bytes.
    public let digest: [UInt8]
    /// SHA-256 of the chain before this deletion, its number, time and digest, 32 bytes.
    public let chain: [UInt8]

    /// Puts a receipt together; checks nothing.
    public init(deletedAt: Int64, salt: [UInt8], content: [UInt8], digest: [UInt8], chain: [UInt8]) {
        (self.deletedAt, self.salt, self.content) = (deletedAt, salt, content)
        (self.digest, self.chain) = (digest, chain)
    }

    /// The receipt of a person's deletion.
    ///
    /// - Parameters:
    ///   - facts: all of the person, by ascending number and ordinal.
    ///   - before: the chain of the deletion before it; ``DeletionEntry/firstChain`` for the first.
    package init(
        of person: PersonRecord, _ facts: [StoredFact], _ order: DeletionOrder, sequence: UInt64, after before: [UInt8]
    ) throws(CryptoError) {
        let content = try Self.content(of: person, facts)
        let digest = try Self.digest(salt: order.salt, person: person.person, content: content)
        let chain = try DeletionEntry.chain(before, sequence: sequence, deletedAt: order.deletedAt, digest: digest)
        self.init(deletedAt: order.deletedAt, salt: order.salt, content: content, digest: digest, chain: chain)
    }

    /// SHA-256 of salt, identifier and content.
    public static func digest(salt: [UInt8], person: PersonID, content: [UInt8]) throws(CryptoError) -> [UInt8] {
        var hash = try SHA256()
        hash.add(Array("tamga deletion 1".utf8))
        for part in [salt, Array(person.text.utf8), content] {
            hash.add(UInt64(part.count))
            hash.add(part)
        }
        return try hash.finish()
    }

    /// Of somebody without facts the digest is what it was before there were facts: what was kept of old deletions can
    /// still be held against it.
    private static func content(of person: PersonRecord, _ facts: [StoredFact]) throws(CryptoError) -> [UInt8] {
        var hash = try SHA256()
        hash.add(Array((facts.isEmpty ? "tamga content 1" : "tamga content 2").utf8))
        if !facts.isEmpty { hash.add(UInt64(person.encounters.count)) }
        for encounter in person.encounters { add(encounter, to: &hash) }
        for fact in facts {
            hash.add(fact.number)
            hash.add(UInt64(fact.ordinal))
            hash.add(UInt64(fact.bytes.count))
            hash.add(fact.bytes)
        }
        return try hash.finish()
    }

    private static func add(_ encounter: EncounterRecord, to hash: inout SHA256) {
        hash.add(encounter.number)
        hash.add(UInt64(bitPattern: encounter.takenAt))
        hash.add(UInt64(encounter.records.count))
        for record in encounter.records {
            hash.add(record.position.map { UInt64($0.rawValue) } ?? .max)
            hash.add(UInt64(record.format))
            hash.add(UInt64(record.bytes.count))
            hash.add(record.bytes)
        }
    }
}

/// What a store keeps of a deletion, for good.
public struct DeletionEntry: Hashable, Sendable {
    /// The number of the deletion.
    public let sequence: UInt64
    /// Milliseconds since 1970 UTC.
    public let deletedAt: Int64
    /// As in the receipt, 32 bytes.
    public let digest: [UInt8]
    /// As in the receipt, 32 bytes: it depends on every deletion before, so none can be added, changed or left out.
    public let chain: [UInt8]

    /// Puts an entry together; checks nothing.
    public init(sequence: UInt64, deletedAt: Int64, digest: [UInt8], chain: [UInt8]) {
        (self.sequence, self.deletedAt, self.digest, self.chain) = (sequence, deletedAt, digest, chain)
    }

    /// What the chain begins with: 32 zeros.
    public static let firstChain = [UInt8](repeating: 0, count: StoreLimits.digestBytes)

    /// The chain after a deletion.
    public static func chain(
        _ before: [UInt8], sequence: UInt64, deletedAt: Int64, digest: [UInt8]
    ) throws(CryptoError) -> [UInt8] {
        var hash = try SHA256()
        hash.add(Array("tamga chain 1".utf8))
        hash.add(before)
        hash.add(sequence)
        hash.add(UInt64(bitPattern: deletedAt))
        hash.add(digest)
        return try hash.finish()
    }
}
