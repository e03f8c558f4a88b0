internal import Foundation
internal import Synchronization

/// Where a command writes, and how.
package struct Console: Sendable {
    /// Whether answers are JSON objects, one a line.
    package var isJSON: Bool
    /// Whether errors and progress go to a terminal.
    package var isTerminal: Bool
    private let out: @Sendable (String) -> Void
    private let err: @Sendable (String) -> Void

    package init(
        isJSON: Bool, isTerminal: Bool, out: @escaping @Sendable (String) -> Void,
        err: @escaping @Sendable (String) -> Void
    ) {
        self.isJSON = isJSON
        self.isTerminal = isTerminal
        self.out = out
        self.err = err
    }

    /// The program's own output and error output.
    package static func standard(isJSON: Bool) -> Console {
        Console(isJSON: isJSON, isTerminal: isatty(FileHandle.standardError.fileDescriptor) == 1) {
            do { try FileHandle.standardOutput.write(contentsOf: Data($0.utf8)) } catch {
                outputFailed.store(true, ordering: .relaxed)
            }
        } err: {
            // Where the words about a failure cannot be written either, the exit status has to do.
            try? FileHandle.standardError.write(contentsOf: Data($0.utf8))
        }
    }

    /// Whether any of the answer could not be written: a full disk, a reader that has left.
    package static var hasLostOutput: Bool { outputFailed.load(ordering: .relaxed) }

    private static let outputFailed = Atomic(false)

    /// A line of the answer.
    package func say(_ line: String) { out(line + "\n") }

    /// A line beside the answer.
    package func note(_ line: String) { err(line + "\n") }

    /// Part of a line beside the answer.
    func draw(_ text: String) { err(text) }

    /// The answer as a JSON object or as text, whichever is wanted.
    func answer(_ json: JSON, _ text: @autoclosure () -> String) {
        say(isJSON ? json.text : text())
    }

    /// An error; `subject` names the probe or person of a batch: (`probe`, its name).
    package func report(_ error: CommandError, _ subject: (String, String)? = nil) {
        let place = subject.map { "\($0.1): " } ?? ""
        note(isJSON ? error.json(subject).text : "tamga: \(place)\(error)")
    }
}
