import Foundation

/// Another process that holds the advisory lock on a file until it is killed.
final class OtherProcess {
    private let process = Process()
    private let input = Pipe()

    /// Returns once the lock is held; nil where the system has no `flock` command.
    init?(locking path: String) throws {
        guard FileManager.default.isExecutableFile(atPath: "/usr/bin/flock") else { return nil }
        let output = Pipe()
        process.executableURL = URL(filePath: "/usr/bin/flock")
        process.arguments = ["--nonblock", "--no-fork", path, "/bin/sh", "-c", "echo held; exec cat >/dev/null"]
        process.standardInput = input
        process.standardOutput = output
        try process.run()
        guard try output.fileHandleForReading.read(upToCount: 5) == Data("held\n".utf8) else { return nil }
    }

    /// Ends it as `kill -9` does and waits until it is gone.
    func kill() {
        Foundation.kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
    }

    deinit { kill() }
}
