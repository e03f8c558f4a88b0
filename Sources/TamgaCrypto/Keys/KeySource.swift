/// Where the key ring of a store comes from.
public enum KeySource: Equatable, Sendable {
    /// A file that only its owner may use; symbolic links are followed.
    case file(String)
    /// A command for `/bin/sh -c` that prints the ring, as one that asks a vault or a security module does.
    ///
    /// It reads nothing, has no terminal, speaks to the operator through standard error, and has
    /// ``CryptoLimits/commandTime`` for it.
    case command(String)

    /// Reads the ring now; blocks the thread for as long as the file or the command takes.
    ///
    /// - Throws: ``KeyRingError``, which says what to mend.
    public func read() throws(KeyRingError) -> KeyRing {
        try read(commandTime: CryptoLimits.commandTime)
    }

    /// As above, with another time limit: for tests.
    package func read(commandTime: Duration) throws(KeyRingError) -> KeyRing {
        switch self {
        case .file(let path): try KeyFile.read(path).ring()
        case .command(let text): try KeyCommand(limit: commandTime).run(text).ring()
        }
    }
}
