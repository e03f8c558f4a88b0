import ArgumentParser
import TamgaArchive
import TamgaRegistry
import TamgaStore
import TamgaStoreSQLite

struct VerifyDeletionCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify-deletion",
        abstract: "Holds the receipt of a deletion against a store.",
        discussion: """
            Proved is: the receipt's digest follows from its salt, person and content; the store has that deletion in an
            unbroken chain; and the person is not in the store, unless enrolled again later, which is said.
            Exit status: 0 proved, 1 not proved or not readable, 2 wrong usage.
            """)

    @Option(help: "The data directory; a server may be using it.")
    var data: String
    @Option(help: "What `tamga delete --receipt` wrote.")
    var receipt: String
    @OptionGroup var keys: KeyOptions
    @Flag(help: "Print one line of JSON.")
    var json = false

    func run() throws {
        let document = try ReceiptDocument(path: receipt)
        let store = try SQLiteStore(directory: data, keys: keys.ring(), access: .readOnly)
        defer { store.close() }
        let proof = try DeletionProof.of(document, in: store)
        Terminal.write(json ? try Answer.line(ProofAnswer(document, proof)) : Self.text(document, proof))
        if case .notProved = proof { throw ExitCode.failure }
    }

    private static func text(_ document: ReceiptDocument, _ proof: DeletionProof) -> String {
        switch proof {
        case .notProved(let doubt): return "not proved: \(doubt)\n"
        case .proved(let proved):
            let time = Answer.time(document.receipt.deletedAt)
            let again = proved.enrolledAgain.map { "\nsomebody was enrolled by this identifier again, as change \($0)" }
            return "proved: \(document.person) was deleted at \(time) as change \(document.sequence), "
                + "in an unbroken chain of \(proved.deletions)\(again ?? "")\n"
        }
    }
}

private struct ProofAnswer: Encodable {
    let proved: Bool
    let person: String
    let sequence: UInt64
    var deletions: UInt64?
    var enrolledAgain: UInt64?
    var reason: String?
    var message: String?

    init(_ document: ReceiptDocument, _ proof: DeletionProof) {
        (person, sequence) = (document.person.text, document.sequence)
        switch proof {
        case .proved(let found):
            (proved, deletions, enrolledAgain) = (true, found.deletions, found.enrolledAgain)
        case .notProved(let doubt): (proved, reason, message) = (false, doubt.code, "\(doubt)")
        }
    }

    enum CodingKeys: String, CodingKey {
        case proved, person, sequence, deletions, reason, message
        case enrolledAgain = "enrolled_again"
    }
}
