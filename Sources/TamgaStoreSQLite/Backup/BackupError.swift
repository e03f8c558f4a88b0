public import TamgaStore

/// Why a backup was not made, is not sound, or was not restored. Nothing stands under the final name then.
///
/// Names files, fields and row numbers; never a person.
public enum BackupError: Error, Hashable, Sendable {
    /// There is something at the place that was to be made.
    case targetExists(String)
    /// Another process is making the same thing, or an unfinished one holds what this program did not put there.
    case draftInTheWay(String)
    /// The manifest is not one, or a field of it is not what it may be.
    case manifest(file: String, field: String)
    /// The backup is of a later form than this program knows.
    case newerFormat(Int, known: Int)
    /// A file is longer or shorter than the manifest says, in bytes.
    case length(file: String, bytes: UInt64, written: UInt64)
    /// The bytes of a file are not those that were written.
    case digest(file: String)
    /// The manifest was not written by whoever has the keys.
    case seal(file: String)
    /// The file of keys is not one, or not what was written.
    case keysFile(file: String, reason: String)
    /// The file of keys is of another store.
    case keysOfAnotherStore(file: String)
    /// The file of keys lacks what came after it: it is of change `sequence`, the backup of `needed`.
    case keysOlder(file: String, sequence: UInt64, needed: UInt64)
    /// The file of keys that was to be replaced is of a later change than the store.
    case keysNewer(file: String, sequence: UInt64, store: UInt64)
    /// Something in the store or in its copy is not as it should be.
    case damaged(file: String, findings: [StoreReport.Finding], count: Int)
    /// The copy holds more or less than it should.
    case counts(file: String, found: BackupCounts, written: BackupCounts)
    /// The store or the system refused.
    case store(StoreError)
}

extension BackupError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .targetExists(let path): "\(path): is there already; nothing is overwritten"
        case .draftInTheWay(let path): "\(path): another process uses it, or it holds what is not of a backup"
        case .manifest(let file, let field): "\(file), \(field): damaged"
        case .newerFormat(let format, let known): "the backup is of form \(format), this program knows up to \(known)"
        case .length(let file, let bytes, let written): "\(file): has \(bytes) bytes, written: \(written)"
        case .digest(let file): "\(file): damaged, the SHA-256 is not that of the manifest"
        case .seal(let file): "\(file): damaged or forged, its seal does not hold"
        case .keysFile(let file, let reason): "\(file): damaged or no file of keys: \(reason)"
        case .keysOfAnotherStore(let file):
            "\(file): holds keys, but those of another store, or of this one before or after a restore: "
                + "give another file"
        case .keysOlder(let file, let sequence, let needed):
            "\(file): of change \(sequence), older than the backup, which is of change \(needed)"
        case .keysNewer(let file, let sequence, let store):
            "\(file): of change \(sequence), newer than the store, which is at change \(store); not replaced"
        case .damaged(let file, let findings, let count): Self.words(file, findings, count)
        case .counts(let file, let found, let written): "\(file): holds \(found), written: \(written)"
        case .store(let error): error.description
        }
    }

    private static func words(_ file: String, _ findings: [StoreReport.Finding], _ count: Int) -> String {
        "\(file): damaged, \(count) findings: " + findings.prefix(listed).map(\.description).joined(separator: "; ")
            + (count > listed ? "; ..." : "")
    }

    private static let listed = 10
}

/// Runs what may throw anything and lets nothing out but errors of a backup.
func backing<Value>(_ doing: String, _ body: () throws -> Value) throws(BackupError) -> Value {
    do {
        return try storing(doing) { () throws -> Result<Value, BackupError> in
            do { return .success(try body()) } catch let error as BackupError { return .failure(error) }
        }.get()
    } catch let error as BackupError {
        throw error
    } catch let error as StoreError {
        throw .store(error)
    } catch {
        throw .store(StoreError(.failed, doing, cause: String(describing: type(of: error))))
    }
}
