import Foundation

/// The program's two streams, written at once.
enum Terminal {
    static var isStandardError: Bool { isatty(STDERR_FILENO) != 0 }

    /// A reader that has left, or a full disk, is no reason for a server to end.
    static func write(_ text: String) { try? FileHandle.standardOutput.write(contentsOf: Data(text.utf8)) }

    static func writeError(_ text: String) { try? FileHandle.standardError.write(contentsOf: Data(text.utf8)) }
}
