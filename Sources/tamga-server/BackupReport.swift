import Foundation
import TamgaStoreSQLite

/// What the commands of backups print.
enum BackupReport {
    static func text(_ manifest: BackupManifest) -> String {
        "backup of change \(manifest.sequence): \(manifest.counts); \(manifest.bytes) bytes\n"
            + "verified; needs the master keys \(manifest.masterKeys.joined(separator: ", "))"
    }

    static func text(_ found: BackupYield, _ verb: String) -> String {
        let made = Date(timeIntervalSince1970: Double(found.manifest.madeAt) / 1_000).formatted(.iso8601)
        return """
            backup of \(made), change \(found.manifest.sequence), by \(found.manifest.program): \(found.manifest.counts)
            \(verb): \(found.restored)
            left out, deleted or replaced since: \(found.leftOut)
            last change \(found.sequence)
            """
    }

    static func json(_ manifest: BackupManifest) throws -> String { try line(manifest) }

    static func json(_ found: BackupYield) throws -> String {
        try line(
            Found(manifest: found.manifest, restored: found.restored, leftOut: found.leftOut, sequence: found.sequence))
    }

    private struct Found: Encodable {
        let manifest: BackupManifest
        let restored: BackupCounts
        let leftOut: BackupCounts
        let sequence: UInt64
    }

    private static func line(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }
}

/// Says on standard error how far a backup has come: a line every second, and the end of each step.
final class BackupDisplay {
    private var last = ContinuousClock.now

    func show(_ progress: BackupProgress) {
        let (words, done, total) = Self.figures(progress)
        guard done >= total || ContinuousClock.now - last >= .seconds(1) else { return }
        last = .now
        Terminal.writeError("\(words): \(total == 0 ? 100 : done * 100 / total) % (\(done) of \(total))\n")
    }

    private static func figures(_ progress: BackupProgress) -> (String, UInt64, UInt64) {
        switch progress {
        case .copying(let done, let total): ("copying encounters", done, total)
        case .reading(let done, let total): ("reading bytes", done, total)
        case .verifying(let done, let total): ("opening encounters", done, total)
        }
    }
}
