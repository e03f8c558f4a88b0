import TamgaCrypto
public import TamgaStore

/// What comes of holding a receipt against a store.
public enum DeletionProof: Hashable, Sendable {
    /// The store deleted the person, with the content that the receipt digests, and holds nothing of it.
    case proved(Proved)
    /// Something does not fit.
    case notProved(Doubt)

    /// What was found beside the proof.
    public struct Proved: Hashable, Sendable {
        /// The number under which somebody was enrolled by the same identifier after the deletion; nil: nobody is.
        public let enrolledAgain: UInt64?
        /// Deletions of the store, this one included, all in one unbroken chain.
        public let deletions: UInt64

        /// Puts both together.
        public init(enrolledAgain: UInt64?, deletions: UInt64) {
            (self.enrolledAgain, self.deletions) = (enrolledAgain, deletions)
        }
    }

    /// Why a deletion is not proved.
    public enum Doubt: Hashable, Sendable {
        /// The receipt's digest does not follow from its salt, person and content.
        case digestDoesNotFollow
        /// The store has no deletion of that number.
        case noSuchDeletion
        /// The store's deletion of that number has another value in this field of the receipt.
        case differs(field: String)
        /// The chain does not follow at this number.
        case chainBroken(sequence: UInt64)
        /// The person is in the store since this change, which came before the deletion.
        case stillThere(since: UInt64)
    }

    /// Holds a receipt against a store.
    ///
    /// - Throws: `.storeFailed`, `.ioFailed` where that cannot be done.
    public static func of(
        _ document: ReceiptDocument, in store: any PersonStore
    ) throws(ArchiveError) -> DeletionProof {
        let receipt = document.receipt
        let digest = try digesting("the receipt") { () throws(CryptoError) in
            try DeletionReceipt.digest(salt: receipt.salt, person: document.person, content: receipt.content)
        }
        guard digest == receipt.digest else { return .notProved(.digestDoesNotFollow) }
        var found: DeletionEntry?
        let chain = try DeletionChain.walk(store) { entry, _ in
            if entry.sequence == document.sequence { found = entry }
        }
        guard let entry = found else { return .notProved(.noSuchDeletion) }
        if let field = difference(entry, receipt) { return .notProved(.differs(field: field)) }
        if let broken = chain.firstBroken { return .notProved(.chainBroken(sequence: broken)) }
        let enrolled = try enrolment(of: document, in: store)
        if let enrolled, enrolled <= document.sequence { return .notProved(.stillThere(since: enrolled)) }
        return .proved(Proved(enrolledAgain: enrolled, deletions: chain.deletions))
    }

    private static func difference(_ entry: DeletionEntry, _ receipt: DeletionReceipt) -> String? {
        if entry.digest != receipt.digest { return "digest" }
        if entry.deletedAt != receipt.deletedAt { return "deletedAt" }
        return entry.chain == receipt.chain ? nil : "chain"
    }

    /// The number of the person's enrolment: their first encounter stays the first whatever is added or merged.
    private static func enrolment(
        of document: ReceiptDocument, in store: any PersonStore
    ) throws(ArchiveError) -> UInt64? {
        do throws(StoreError) {
            return try store.read(document.person)?.encounters.first?.number
        } catch { throw ArchiveError(error, doing: "looking for the person") }
    }
}

extension DeletionProof.Doubt: CustomStringConvertible {
    /// A stable name, for programs.
    public var code: String {
        switch self {
        case .digestDoesNotFollow: "digest-does-not-follow"
        case .noSuchDeletion: "no-such-deletion"
        case .differs: "differs"
        case .chainBroken: "chain-broken"
        case .stillThere: "still-there"
        }
    }

    public var description: String {
        switch self {
        case .digestDoesNotFollow: "the receipt's digest does not follow from its salt, person and content"
        case .noSuchDeletion: "the store has no deletion of that number"
        case .differs(let field): "the store's deletion of that number has another \(field)"
        case .chainBroken(let sequence): "the store's chain of deletions is broken at number \(sequence)"
        case .stillThere(let since): "the person is in the store since change \(since), before the deletion"
        }
    }
}
