import Dispatch
import Foundation
import Glibc
import Synchronization

/// Leaves nothing behind when a person interrupts: running servers are killed, workplaces removed.
///
/// A server has a process group of its own, so the terminal's Ctrl-C does not reach it.
public enum Interruption {
    private struct Remains {
        var processes: Set<Int32> = []
        var directories: Set<String> = []
    }

    private static let remains = Mutex(Remains())

    /// From now on SIGINT, SIGTERM and SIGHUP tidy up and end the program with status 130.
    public static func install() {
        for number in [SIGINT, SIGTERM, SIGHUP] {
            _ = signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global(qos: .userInitiated))
            // The handler holds its own source, so that it lives as long as the program.
            source.setEventHandler { withExtendedLifetime(source) { leave() } }
            source.resume()
        }
    }

    static func add(process: Int32) { remains.withLock { _ = $0.processes.insert(process) } }
    static func remove(process: Int32) { remains.withLock { _ = $0.processes.remove(process) } }
    static func add(directory: String) { remains.withLock { _ = $0.directories.insert(directory) } }

    /// Removes a directory, unless an interruption is doing so: then the caller waits for the end.
    static func remove(directory: String) {
        remains.withLock {
            try? FileManager.default.removeItem(atPath: directory)
            $0.directories.remove(directory)
        }
    }

    /// The program goes on writing until it ends: what it adds meanwhile is removed as well.
    private static func removeWhatGrows(_ directory: String) {
        for _ in 0..<100 where FileManager.default.fileExists(atPath: directory) {
            try? FileManager.default.removeItem(atPath: directory)
            usleep(10_000)
        }
    }

    /// Keeps the lock to the end, so that the program cannot leave on its own in between.
    private static func leave() {
        remains.withLock { remains in
            remains.processes.forEach { _ = kill($0, SIGKILL) }
            remains.directories.forEach(removeWhatGrows)
            exit(130)
        }
    }
}
