import Glibc
import Synchronization

/// A place in the program where a crash hurts most. Tests end the process there, as `kill -9` does.
///
/// Named by the environment variable `TAMGA_CRASH_POINT`: `NAME`, or `NAME:N` for the N-th time it is reached. Whoever
/// can set the environment of the process can kill it anyway; without the variable a point costs one comparison.
public enum CrashPoint: String, CaseIterable, Sendable {
    /// Changes were taken up, the store knows nothing of them yet.
    case changesTaken = "changes-taken"
    /// All rows of a transaction are written, it is not committed.
    case changesWritten = "changes-written"
    /// The store has the changes, the gallery does not.
    case changesCommitted = "changes-committed"
    /// Store and gallery have the changes, nobody was answered.
    case changesMirrored = "changes-mirrored"
    /// Some of the people concerned were answered, others not.
    case someAnswered = "some-answered"
    /// The log was emptied after deletions.
    case logEmptied = "log-emptied"
    /// Some keys are under the new master key, some under the old one.
    case keysRotated = "keys-rotated"
    /// A new store file is complete, but does not have its name.
    case storeMade = "store-made"
    /// A segment file is written under its temporary name.
    case segmentWritten = "segment-written"
    /// A segment file has its name, its directory is not synchronised.
    case segmentNamed = "segment-named"
    /// A segment file that nothing needs was removed.
    case segmentRemoved = "segment-removed"
    /// A segment was written anew in memory, its file is the old one.
    case segmentCompacted = "segment-compacted"
    /// The two files of a backup are filled, nothing has its name.
    case backupCopied = "backup-copied"
    /// A backup was found good and has its manifest, nothing has its name.
    case backupVerified = "backup-verified"
    /// The file of keys is the new one, the backup does not have its name.
    case keysWritten = "keys-written"
    /// A store was filled from a backup, but does not have its name.
    case restoreCopied = "restore-copied"
    /// A store filled from a backup was found good, but does not have its name.
    case restoreVerified = "restore-verified"

    /// Ends the process if it was told to do so here.
    public func reached() {
        guard let armed = Self.armed, armed.point == self else { return }
        guard armed.count.add(1, ordering: .relaxed).newValue == armed.at else { return }
        _ = kill(getpid(), SIGKILL)
    }

    private static let armed = Armed(environment: variable)

    /// The text of the variable; nil where it is not set.
    private static var variable: String? {
        // SAFETY: the name is a literal, the text zero-terminated; copied before anybody can change the environment.
        unsafe getenv("TAMGA_CRASH_POINT").map { unsafe String(cString: $0) }
    }
}

/// The point to crash at, and how often it was reached.
private final class Armed: Sendable {
    let point: CrashPoint
    let at: Int
    let count = Atomic(0)

    /// Nil where there is no text, or none that names a point.
    init?(environment: String?) {
        let parts = (environment ?? "").split(separator: ":")
        guard let name = parts.first, let point = CrashPoint(rawValue: String(name)) else { return nil }
        self.point = point
        at = parts.count > 1 ? Int(parts[1]) ?? 1 : 1
    }
}
