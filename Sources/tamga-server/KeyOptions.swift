import ArgumentParser
import TamgaCrypto

/// Where the master keys come from: the same for every command that reads a store.
struct KeyOptions: ParsableArguments {
    @Option(help: "The file of master keys, mode 0600; `tamga-server new-key` makes one.")
    var keyFile: String?
    @Option(help: "A command that prints the master keys as a key file has them, run by /bin/sh.")
    var keyCommand: String?

    func validate() throws { _ = try source() }

    /// - Throws: unless exactly one of the two is given.
    func source() throws -> KeySource {
        switch (keyFile, keyCommand) {
        case (let file?, nil): return .file(file)
        case (nil, let command?): return .command(command)
        case (nil, nil):
            throw ValidationError(
                "templates are stored encrypted: give --key-file or --key-command; `tamga-server new-key` makes a key")
        case (_?, _?): throw ValidationError("give --key-file or --key-command, not both")
        }
    }

    func ring() throws -> KeyRing {
        let source = try source()
        do { return try source.read() } catch { throw KeyFault(place: keyFile ?? "the key command", error: error) }
    }
}

/// Where the keys were looked for, and what was wrong there.
struct KeyFault: Error, CustomStringConvertible {
    let place: String
    let error: KeyRingError

    var description: String { "master keys, \(place): \(error)" }
}
