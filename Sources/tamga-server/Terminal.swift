import Foundation

/// The program's two streams, written at once.
enum Terminal {
    static var isStandardError: Bool { isatty(STDERR_FILENO) != 0 }

    static func write(_ text: String) { FileHandle.standardOutput.write(Data(text.utf8)) }

    static func writeError(_ text: String) { FileHandle.standardError.write(Data(text.utf8)) }
}
