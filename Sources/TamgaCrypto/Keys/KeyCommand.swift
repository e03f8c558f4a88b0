import Glibc
import Synchronization

/// Runs a command and keeps what it prints; the command and all it started are killed when they take too long.
struct KeyCommand {
    let limit: Duration
    private let deadline: ContinuousClock.Instant
    /// How often a command that has closed its output is asked whether it is done, in milliseconds.
    private static let askingMilliseconds: Int32 = 5
    private static let starting = Mutex(())

    init(limit: Duration) {
        self.limit = limit
        deadline = .now + limit
    }

    func run(_ command: String) throws(KeyRingError) -> KeyText {
        let (child, output) = try start(command)
        defer { _ = close(output) }
        let text = KeyText()
        do throws(KeyRingError) {
            try read(output, into: text)
            try judge(waitForEnd(of: child))
        } catch {
            // An error that the end of the child led to leaves nothing to kill or to wait for; its number may be taken.
            if !error.saysTheCommandEnded { killGroup(of: child) }
            throw error
        }
        return text
    }

    /// One start at a time, so that no other command inherits the end that this one writes to.
    private func start(_ command: String) throws(KeyRingError) -> (child: pid_t, output: Int32) {
        do throws(SystemNumber) {
            return try Self.starting.withLock { (_) throws(SystemNumber) in
                let (output, input) = try Self.pipeClosedAtExec()
                defer { _ = close(input) }
                do throws(SystemNumber) {
                    return (try ChildProcess.start(shell: command, output: input), output)
                } catch {
                    _ = close(output)
                    throw error
                }
            }
        } catch {
            throw Self.unusable(error)
        }
    }

    private static func pipeClosedAtExec() throws(SystemNumber) -> (output: Int32, input: Int32) {
        var ends: [Int32] = [-1, -1]
        // SAFETY: room for the two descriptors.
        guard unsafe pipe(&ends) == 0 else { throw SystemNumber() }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        return (ends[0], ends[1])
    }

    private func read(_ output: Int32, into text: KeyText) throws(KeyRingError) {
        var isOpen = true
        while isOpen {
            try waitForInput(output)
            do throws(SystemNumber) { isOpen = try text.readOnce(output) } catch { throw Self.unusable(error) }
            guard !text.isTooLong else { throw .textTooLong(limit: CryptoLimits.ringBytes) }
        }
    }

    /// Until there is something to read, or the end.
    private func waitForInput(_ output: Int32) throws(KeyRingError) {
        var asked = pollfd(fd: output, events: Int16(POLLIN), revents: 0)
        while true {
            let milliseconds = try millisecondsLeft()
            // SAFETY: one structure, which the system fills during the call.
            let result = unsafe poll(&asked, 1, milliseconds)
            if result > 0 { return }
            if result < 0, errno != EINTR { throw Self.unusable(SystemNumber()) }
        }
    }

    /// The status that `waitpid` tells.
    private func waitForEnd(of child: pid_t) throws(KeyRingError) -> Int32 {
        var status: Int32 = 0
        while true {
            // SAFETY: the system fills the status during the call.
            let result = unsafe waitpid(child, &status, WNOHANG)
            if result == child { return status }
            if result < 0, errno != EINTR { throw .commandStatusLost }
            _ = poll(nil, 0, min(Self.askingMilliseconds, try millisecondsLeft()))
        }
    }

    /// At least 1; throws `commandTimeout` when the time is up.
    private func millisecondsLeft() throws(KeyRingError) -> Int32 {
        let left = ContinuousClock.now.duration(to: deadline)
        guard left > .zero else { throw .commandTimeout(limit: limit) }
        return Int32(clamping: Int64((left / .milliseconds(1)).rounded(.up)))
    }

    /// The macros of `<sys/wait.h>`: the low seven bits are the signal, the next byte is the exit status.
    private func judge(_ status: Int32) throws(KeyRingError) {
        guard status & 0x7F == 0 else { throw .commandSignal(status & 0x7F) }
        guard status >> 8 & 0xFF == 0 else { throw .commandStatus(status >> 8 & 0xFF) }
    }

    private func killGroup(of child: pid_t) {
        _ = kill(-child, SIGKILL)
        while waitpid(child, nil, 0) < 0, errno == EINTR {}
    }

    private static func unusable(_ error: SystemNumber) -> KeyRingError { .commandUnusable(reason: error.words) }
}

extension KeyRingError {
    fileprivate var saysTheCommandEnded: Bool {
        switch self {
        case .commandStatus, .commandSignal, .commandStatusLost: true
        default: false
        }
    }
}
