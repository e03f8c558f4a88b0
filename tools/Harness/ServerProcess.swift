import Foundation
import Glibc
import Synchronization

/// A real `tamga-server serve` on a port of its own choice.
// SAFETY: the process is started in init; afterwards it is asked and signalled only, which Foundation guards itself.
public final class ServerProcess: @unchecked Sendable {
    /// `HOST:PORT` it listens on.
    public let address: String
    public let port: Int
    private let process: Process
    private let wasKilled = Mutex(false)
    private let log: URL
    private let place: Workplace

    /// Starts the server and waits until it says that it listens.
    ///
    /// - Parameters:
    ///   - data: name of the data directory below the workplace: the same name finds the same store.
    ///   - arguments: more options of `serve`.
    ///   - environment: variables beside those of this process.
    /// - Throws: ``HarnessError`` with the end of its log where it stops before that.
    public init(
        in place: Workplace, data: String = "data", arguments: [String] = [], environment: [String: String] = [:]
    ) throws {
        self.place = place
        log = place.directory.appendingPathComponent("server-\(UUID().uuidString.prefix(8)).log")
        process = Process()
        process.executableURL = place.program("tamga-server")
        process.arguments =
            [
                "serve", "--listen", "127.0.0.1:0", "--data", place.directory.appendingPathComponent(data).path,
                "--certificate", place.certificate("server.pem"), "--private-key", place.certificate("server.key"),
                "--client-ca", place.certificate("ca.pem"), "--key-file", place.keyFile,
            ] + (arguments.contains("--metrics") ? [] : ["--metrics", "off"]) + arguments
        let output = Pipe()
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = output
        process.standardError = try Command.emptyFile(log)
        try process.run()
        Interruption.add(process: process.processIdentifier)
        guard let found = Self.listening(output.fileHandleForReading) else {
            process.waitUntilExit()
            let text = (try? String(contentsOf: log, encoding: .utf8)) ?? ""
            throw HarnessError("the server stopped with status \(process.terminationStatus): \(text.suffix(1000))")
        }
        address = found
        port = Int(found.split(separator: ":").last ?? "") ?? 0
    }

    /// The address in the line `tamga-server: listening on HOST:PORT`; nil at the end of output.
    private static func listening(_ handle: FileHandle) -> String? {
        var text = ""
        while true {
            let data = handle.availableData
            if data.isEmpty { return nil }
            text += String(decoding: data, as: UTF8.self)
            guard let line = text.split(separator: "\n", omittingEmptySubsequences: true).first(where: {
                $0.contains("listening on ")
            }), text.hasSuffix("\n") else { continue }
            return line.split(separator: " ").last.map(String.init)
        }
    }

    public var isRunning: Bool { process.isRunning }

    /// What the server wrote to its log so far.
    public var logText: String { (try? String(contentsOf: log, encoding: .utf8)) ?? "" }

    /// Bytes of memory it has now, and has had at most; 0 where the system does not say.
    public var residentBytes: Int { status("VmRSS:") }
    public var peakBytes: Int { status("VmHWM:") }

    private func status(_ name: String) -> Int {
        let text = (try? String(contentsOfFile: "/proc/\(process.processIdentifier)/status", encoding: .utf8)) ?? ""
        let line = text.split(separator: "\n").first { $0.hasPrefix(name) }
        return (line?.split(whereSeparator: \.isWhitespace).dropFirst().first.flatMap { Int($0) } ?? 0) << 10
    }

    /// Ends the server as a power cut would: no chance to tidy up.
    public func kill() {
        if process.isRunning {
            wasKilled.withLock { $0 = true }
            _ = Glibc.kill(process.processIdentifier, SIGKILL)
        }
        waitForEnd()
    }

    /// Asks the server to read its keys anew (SIGHUP).
    public func hangUp() {
        if process.isRunning { _ = Glibc.kill(process.processIdentifier, SIGHUP) }
    }

    /// Whether the process, ended, was ended by SIGKILL that did not come from here.
    public var wasKilledByItself: Bool {
        !process.isRunning && !wasKilled.withLock { $0 } && process.terminationReason == .uncaughtSignal
    }

    /// Asks the server to end (SIGTERM) and waits for it; its exit status.
    @discardableResult
    public func stop() -> Int32 {
        process.terminate()
        waitForEnd()
        return process.terminationStatus
    }

    private func waitForEnd() {
        process.waitUntilExit()
        Interruption.remove(process: process.processIdentifier)
    }

    deinit {
        if process.isRunning { kill() }
    }
}

extension ServerProcess {
    /// Runs `tamga` against this server as a station would.
    ///
    /// - Parameter identity: name of the certificate it shows, one of those in certs/README.md.
    public func tamga(
        _ arguments: [String], identity: String = "station", showsErrors: Bool = false
    ) throws -> Outcome {
        try Command.run(
            place.program("tamga"), arguments, in: place,
            environment: [
                "TAMGA_SERVER": address, "TAMGA_CERTIFICATE": place.certificate("\(identity).pem"),
                "TAMGA_PRIVATE_KEY": place.certificate("\(identity).key"), "TAMGA_CA": place.certificate("ca.pem"),
            ], showsErrors: showsErrors)
    }
}
