import Foundation
import TamgaArchive
import TamgaCrypto
import TamgaRegistry
import TamgaStore
import Testing

/// What a receipt proves against a store, and what it does not.
@Suite struct DeletionProofTests {
    private let store = InMemoryStore()
    private let document: ReceiptDocument

    /// Three deletions, of which the second is to be proved.
    init() throws {
        let content = EncounterContent(takenAt: 1, records: [StoredRecord(position: nil, format: 1, bytes: [1, 2])])
        var receipts: [ReceiptDocument] = []
        for number in 0..<4 { _ = try store.apply(.enrol(Samples.person(number), content)) }
        for number in 0..<3 {
            let person = try Samples.person(number)
            let done = try store.apply(.delete(person, Samples.order(UInt8(number + 1))))
            receipts.append(
                ReceiptDocument(person: person, sequence: done.sequence, receipt: try #require(done.receipt)))
        }
        document = receipts[1]
    }

    private func proof(_ document: ReceiptDocument, tampered: [DeletionEntry]? = nil) throws -> DeletionProof {
        try DeletionProof.of(document, in: TamperedStore(inside: store, entries: tampered))
    }

    private func entries() throws -> [DeletionEntry] { try store.deletions(after: 0, limit: 100) }

    @Test func aDeletionIsProved() throws {
        #expect(try proof(document) == .proved(.init(enrolledAgain: nil, deletions: 3)))
    }

    @Test func whoWasEnrolledAgainIsSaid() throws {
        let content = EncounterContent(takenAt: 2, records: [StoredRecord(position: nil, format: 1, bytes: [3])])
        let number = try store.apply(.enrol(document.person, content)).sequence
        // An encounter from before the deletion, of another person, comes with a merge and proves nothing.
        _ = try store.apply(.merge(Samples.person(3), into: document.person))
        #expect(try proof(document) == .proved(.init(enrolledAgain: number, deletions: 3)))
    }

    @Test func whoIsStillThereIsNotDeleted() throws {
        let there = PersonRecord(
            person: document.person, records: [StoredRecord(position: nil, format: 1, bytes: [1])], enrolledAt: 0,
            sequence: 2)
        let later = PersonRecord(person: there.person, encounters: there.encounters, sequence: 100)
        let tampered = TamperedStore(inside: store, entries: nil, person: later)
        #expect(try DeletionProof.of(document, in: tampered) == .notProved(.stillThere(since: 2)))
    }

    @Test func anotherPersonSaltOrContentDoesNotFit() throws {
        let receipt = document.receipt
        var salt = receipt.salt
        salt[0] ^= 1
        let other = DeletionReceipt(
            deletedAt: receipt.deletedAt, salt: salt, content: receipt.content, digest: receipt.digest,
            chain: receipt.chain)
        let content = DeletionReceipt(
            deletedAt: receipt.deletedAt, salt: receipt.salt, content: salt, digest: receipt.digest,
            chain: receipt.chain)
        let documents = [
            ReceiptDocument(person: try Samples.person(5), sequence: document.sequence, receipt: receipt),
            ReceiptDocument(person: document.person, sequence: document.sequence, receipt: other),
            ReceiptDocument(person: document.person, sequence: document.sequence, receipt: content),
        ]
        for document in documents { #expect(try proof(document) == .notProved(.digestDoesNotFollow)) }
    }

    @Test func theEntryMustBeThatOfTheReceipt() throws {
        let receipt = document.receipt
        func with(
            sequence: UInt64? = nil, deletedAt: Int64? = nil, chain: [UInt8]? = nil
        ) -> ReceiptDocument {
            ReceiptDocument(
                person: document.person, sequence: sequence ?? document.sequence,
                receipt: DeletionReceipt(
                    deletedAt: deletedAt ?? receipt.deletedAt, salt: receipt.salt, content: receipt.content,
                    digest: receipt.digest, chain: chain ?? receipt.chain))
        }
        #expect(try proof(with(sequence: 3)) == .notProved(.noSuchDeletion))
        #expect(try proof(with(sequence: document.sequence + 1)) == .notProved(.differs(field: "digest")))
        #expect(try proof(with(deletedAt: 5)) == .notProved(.differs(field: "deletedAt")))
        #expect(try proof(with(chain: receipt.digest)) == .notProved(.differs(field: "chain")))
    }

    /// An entry changed or left out, before or behind the one that is proved, breaks the chain.
    @Test(arguments: [0, 2]) func theChainMustBeWhole(index: Int) throws {
        var entries = try entries()
        let entry = entries[index]
        entries[index] = DeletionEntry(
            sequence: entry.sequence, deletedAt: entry.deletedAt + 1, digest: entry.digest, chain: entry.chain)
        #expect(try proof(document, tampered: entries) == .notProved(.chainBroken(sequence: entry.sequence)))
        #expect(try DeletionChain.walk(TamperedStore(inside: store, entries: entries)) { _, _ in }.broken == 1)
        guard index == 0 else { return }
        entries.remove(at: 0)
        #expect(try proof(document, tampered: entries) == .notProved(.chainBroken(sequence: document.sequence)))
    }

    @Test func longChainsAreReadInPages() throws {
        let content = EncounterContent(takenAt: 1, records: [StoredRecord(position: nil, format: 1, bytes: [1])])
        let person = try Samples.person(7)
        for _ in 0..<1_100 {
            _ = try store.apply([.enrol(person, content), .delete(person, Samples.order(3))])
        }
        var seen: [UInt64] = []
        let chain = try DeletionChain.walk(store) { entry, follows in
            if follows { seen.append(entry.sequence) }
        }
        #expect(chain.deletions == 1_103 && chain.isUnbroken && chain.firstBroken == nil)
        #expect(seen == (try store.deletions(after: 0, limit: 5_000).map(\.sequence)))
    }
}

/// A store whose deletions, or one of whose persons, are not what they were.
private struct TamperedStore: PersonStore {
    let inside: InMemoryStore
    let entries: [DeletionEntry]?
    var person: PersonRecord?

    func facts(of person: PersonID) throws(StoreError) -> [StoredFact] { try inside.facts(of: person) }

    func scanFacts(after number: UInt64, _ body: (StoredFact) throws(StoreError) -> Void) throws(StoreError) {
        try inside.scanFacts(after: number, body)
    }

    func deletions(after sequence: UInt64, limit: Int) throws(StoreError) -> [DeletionEntry] {
        guard let entries else { return try inside.deletions(after: sequence, limit: limit) }
        return Array(entries.filter { $0.sequence > sequence }.prefix(limit))
    }

    func read(_ person: PersonID) throws(StoreError) -> PersonRecord? {
        if let known = self.person { return known }
        return try inside.read(person)
    }

    func apply(_ changes: [StoreChange]) throws(StoreError) -> [Result<AppliedChange, StoreError>] {
        try inside.apply(changes)
    }

    func scan(after sequence: UInt64, _ body: (PersonRecord) throws(StoreError) -> Void) throws(StoreError) {
        try inside.scan(after: sequence, body)
    }

    func segmentKey() throws(StoreError) -> SecretKey { try inside.segmentKey() }
    func counts() throws(StoreError) -> StoreCounts { try inside.counts() }
    func close() { inside.close() }
}
