import Synchronization
import TamgaCommands

/// A console that keeps what was written.
final class Recorder: Sendable {
    private let written = Mutex((out: "", err: ""))

    var out: String { written.withLock { $0.out } }
    var err: String { written.withLock { $0.err } }
    var outLines: [String] { out.split(separator: "\n").map(String.init) }

    func console(isJSON: Bool, isTerminal: Bool = false) -> Console {
        Console(isJSON: isJSON, isTerminal: isTerminal) { text in
            self.written.withLock { $0.out += text }
        } err: { text in
            self.written.withLock { $0.err += text }
        }
    }
}

extension Stopwatch {
    /// Always the same moment.
    static func stopped(at seconds: Double) -> Stopwatch { Stopwatch { seconds } }
}

/// The usage error of a call; nil where there is none.
func usage(_ call: () throws(CommandError) -> some Any) -> CommandError? {
    do throws(CommandError) {
        _ = try call()
        return nil
    } catch {
        return error.status == .usage ? error : nil
    }
}
