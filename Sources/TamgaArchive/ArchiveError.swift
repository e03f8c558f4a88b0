public import TamgaStore

/// Why an archive was not written or not read, or a receipt not understood; carries no personal or biometric data.
public struct ArchiveError: Error, Hashable, Sendable {
    /// What went wrong, for programs.
    public enum Code: String, Hashable, Sendable, CaseIterable {
        /// Something is there already where something new is to be made; it was left untouched.
        case alreadyThere = "already-there"
        /// The store to be filled has had changes already.
        case notEmpty = "not-empty"
        /// There is no archive, or not all of it.
        case missing
        /// Something is in the archive that its manifest and its persons do not name.
        case extra
        /// A file is not the one that was named: its bytes, its size or its kind are others.
        case changed
        /// The archive was made by a newer version of this program.
        case newer
        /// Not JSON, or not with the fields of this format.
        case malformed
        /// A value breaks a limit.
        case outOfRange = "out-of-range"
        /// A code of a format or a position that this program does not know.
        case unknownCode = "unknown-code"
        /// A person or an encounter is there twice.
        case duplicate
        /// Persons are not in the order of their numbers.
        case outOfOrder = "out-of-order"
        /// Counts do not add up.
        case count
        /// The operating system could not read or write.
        case ioFailed = "io-failed"
        /// The store could not be read or written: see `store`.
        case storeFailed = "store-failed"
    }

    /// What went wrong.
    public let code: Code
    /// The file, as it is called within the archive; a directory or a receipt as it was given.
    public let file: String?
    /// Of the file, from 1 on.
    public let line: Int?
    /// The field, for example `encounters[0].records[1].bytes`.
    public let field: String?
    /// For people.
    public let message: String
    /// What is allowed, where there is a limit.
    public let limit: String?
    /// What the store said, where it was the store.
    public let store: StoreError?

    /// - Parameters:
    ///   - message: for people; no personal or biometric data.
    ///   - limit: what is allowed.
    public init(
        _ code: Code, _ message: String, file: String? = nil, line: Int? = nil, field: String? = nil,
        limit: String? = nil, store: StoreError? = nil
    ) {
        (self.code, self.message, self.store) = (code, message, store)
        (self.file, self.line, self.field, self.limit) = (file, line, field, limit)
    }
}

extension ArchiveError: CustomStringConvertible {
    public var description: String {
        let place = [file, line.map { "line \($0)" }, field].compactMap { $0 }.joined(separator: ", ")
        let allowed = limit.map { ", allowed: \($0)" } ?? ""
        return "\(code.rawValue): \(place)\(place.isEmpty ? "" : ": ")\(message)\(allowed)"
    }
}

extension ArchiveError {
    init(_ error: StoreError, doing: String) {
        self.init(.storeFailed, "\(doing): \(error)", store: error)
    }

    /// What the operating system said.
    static func system(_ words: String, _ file: String, while doing: String) -> ArchiveError {
        ArchiveError(.ioFailed, "\(doing): \(words)", file: file)
    }
}
