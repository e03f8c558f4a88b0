import ArgumentParser
import TamgaArchive
import TamgaCrypto
import TamgaStore
import TamgaStoreSQLite

struct DeletionsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "deletions",
        abstract: "Lists what a store keeps of its deletions, and follows their chain.",
        discussion: """
            Nobody is named: a digest belongs to whoever has the receipt. The chain is followed from its beginning,
            whatever is listed. Exit status: 0 unbroken, 1 broken or not readable, 2 wrong usage.
            """)

    @Option(help: "The data directory; a server may be using it.")
    var data: String
    @OptionGroup var keys: KeyOptions
    @Option(help: "List deletions above this number only.")
    var after: UInt64 = 0
    @Flag(help: "Print a line of JSON for each deletion, then one for the chain.")
    var json = false

    func run() throws {
        let store = try SQLiteStore(directory: data, keys: keys.ring(), access: .readOnly)
        defer { store.close() }
        var failure: (any Error)?
        let chain = try DeletionChain.walk(store) { entry, follows in
            guard entry.sequence > after else { return }
            do { Terminal.write(try line(entry, follows)) } catch { failure = error }
        }
        if let failure { throw failure }
        Terminal.write(json ? try Answer.line(ChainAnswer(chain)) : Self.text(chain))
        if !chain.isUnbroken { throw ExitCode.failure }
    }

    private func line(_ entry: DeletionEntry, _ follows: Bool) throws -> String {
        let (digest, chain) = (Hex.text(entry.digest), Hex.text(entry.chain))
        guard json else {
            let mark = follows ? "" : "  BROKEN: does not follow from those before"
            return "\(entry.sequence)  \(Answer.time(entry.deletedAt))  digest \(digest)  chain \(chain)\(mark)\n"
        }
        return try Answer.line(
            DeletionAnswer(
                sequence: entry.sequence, deletedAt: entry.deletedAt, digest: digest, chain: chain, follows: follows))
    }

    private static func text(_ chain: DeletionChain) -> String {
        guard let first = chain.firstBroken else { return "\(chain.deletions) deletions, the chain is unbroken\n" }
        return "\(chain.deletions) deletions, the chain is broken \(chain.broken) times, first at number \(first)\n"
    }
}

private struct DeletionAnswer: Encodable {
    let sequence: UInt64
    let deletedAt: Int64
    let digest: String
    let chain: String
    let follows: Bool

    enum CodingKeys: String, CodingKey {
        case sequence, digest, chain, follows
        case deletedAt = "deleted_at"
    }
}

private struct ChainAnswer: Encodable {
    let deletions: UInt64
    let broken: UInt64
    let firstBroken: UInt64?

    init(_ chain: DeletionChain) {
        (deletions, broken, firstBroken) = (chain.deletions, chain.broken, chain.firstBroken)
    }

    enum CodingKeys: String, CodingKey {
        case deletions, broken
        case firstBroken = "first_broken"
    }
}
