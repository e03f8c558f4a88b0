import FoundationEssentials
import TamgaCrypto
import TamgaStore

/// What a backup says of itself: `manifest.json`.
public struct BackupManifest: Hashable, Sendable, Codable {
    /// The form of the backup, see ``knownFormat``.
    public var format: Int
    /// The program that made it, and its version.
    public var program: String
    /// Which store it is of, and which life of it: a restore begins another. Hexadecimal.
    public var identity: String
    /// The number of the last change that is in it.
    public var sequence: UInt64
    public var counts: BackupCounts
    /// Milliseconds since 1970 UTC, by the maker's clock.
    public var madeAt: Int64
    /// Length of the store file, in bytes.
    public var bytes: UInt64
    /// Of the store file, hexadecimal.
    public var sha256: String
    /// Of the file of keys that was made with it, hexadecimal.
    public var keysSHA256: String
    /// The master keys that file needs, by identifier.
    public var masterKeys: [String]
    /// Vouches for all of the above: made with the key of segments, hexadecimal.
    public var seal = ""

    /// The latest form that this program knows. Form 1 is of version 2 of the store, which had no facts.
    public static let knownFormat = 2
}

extension BackupManifest {
    /// What the seal vouches for.
    private var context: [UInt8] {
        var context = Bytes("tamga backup \(format)")
        let texts = [program, identity, sha256, keysSHA256] + masterKeys
        for text in texts {
            context.add(UInt64(text.utf8.count))
            context.add(Array(text.utf8))
        }
        for number in [UInt64(texts.count), sequence, counts.persons, counts.encounters, counts.records, bytes] {
            context.add(number)
        }
        if format > 1 { context.add(counts.facts) }
        context.add(madeAt)
        return context.content
    }

    mutating func seal(with key: SecretKey) throws(StoreError) {
        seal = Hex.text(try KeySeal.make(key, context))
    }

    func check(_ file: String, with key: SecretKey) throws {
        let bytes = Hex.bytes(seal, count: KeySeal.byteCount) ?? []
        // As it was written, in lower case: a changed letter is a change.
        guard Hex.text(bytes) == seal, try KeySeal.holds(bytes, key, context) else {
            throw BackupError.seal(file: file)
        }
    }

    var text: [UInt8] {
        get throws {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
            return Array(try encoder.encode(self)) + [UInt8(ascii: "\n")]
        }
    }

    /// Reads the manifest; whether it is genuine, only the keys tell: see ``check(_:with:)``.
    init(readingFile file: String) throws {
        let bytes = try SystemFile.read(file, atMost: BackupLimits.manifestBytes, while: "reading the manifest")
        guard bytes.count <= BackupLimits.manifestBytes else { throw BackupError.manifest(file: file, field: "length") }
        // A later form may have other fields: its number is looked at first.
        struct Form: Decodable { let format: Int }
        struct Facts: Decodable {
            struct Counts: Decodable { let facts: UInt64 }
            let counts: Counts
        }
        do {
            let form = try JSONDecoder().decode(Form.self, from: Data(bytes))
            guard form.format <= Self.knownFormat else {
                throw BackupError.newerFormat(form.format, known: Self.knownFormat)
            }
            self = try JSONDecoder().decode(Self.self, from: Data(bytes))
            // Only form 1 may do without: a name misspelt must not read as none.
            if format > 1 { _ = try JSONDecoder().decode(Facts.self, from: Data(bytes)) }
        } catch let error as DecodingError {
            throw BackupError.manifest(file: file, field: error.field)
        }
        guard (1...Self.knownFormat).contains(format) else { throw BackupError.manifest(file: file, field: "format") }
    }
}

extension DecodingError {
    /// Where in the text the fault is.
    fileprivate var field: String {
        let path: [any CodingKey] =
            switch self {
            case .keyNotFound(let key, let context): context.codingPath + [key]
            case .typeMismatch(_, let context), .valueNotFound(_, let context), .dataCorrupted(let context):
                context.codingPath
            @unknown default: []
            }
        return path.isEmpty ? "JSON" : path.map(\.stringValue).joined(separator: ".")
    }
}

/// The limits of backups, by name and unit.
enum BackupLimits {
    /// Bytes of a manifest.
    static let manifestBytes = 65_536
    /// Bytes read at once.
    static let pieceBytes = 1 << 20
    /// Encounters copied between two reports of progress.
    static let encountersPerStep = 5_000
}
