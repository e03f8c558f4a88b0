import ArgumentParser
import TamgaCrypto

struct NewKeyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "new-key",
        abstract: "Adds a master key to a file, where it becomes the active one; makes the file if there is none.",
        discussion: """
            Whatever is stored from then on is sealed under it. A server that runs takes it up on SIGHUP and brings what
            is under older keys to it; when its log says that it is done, and a backup was made after that, older keys
            may be removed from the file. Keep a copy of the file where the data is not: without it the store cannot be
            read by anybody.
            """)

    @Option(help: "The key file.")
    var keyFile: String
    @Option(help: "The key's name, 1 to 32 characters of A-Z a-z 0-9 - _ . ; for example the month.")
    var id: String

    func run() throws {
        try KeySource.addKey(id: id, toFile: keyFile)
        Terminal.write("the active key of \(keyFile) is \(id)\n")
    }
}
