import Foundation

/// A directory that is filled under another name and gets its own only when it is whole.
public struct NewDirectory: Sendable {
    /// Where it is to be.
    public let path: String
    /// Where it is filled: the same with `.part` behind it.
    public let draft: String

    /// Looks whether there is room; makes nothing.
    ///
    /// - Throws: `.alreadyThere` where something is under either name; `.outOfRange` for a name that is none.
    public init(_ path: String) throws(ArchiveError) {
        var name = path
        while name.count > 1, name.hasSuffix("/") { name.removeLast() }
        guard !name.isEmpty, name != "/", ![".", ".."].contains(name.split(separator: "/").last) else {
            throw ArchiveError(.outOfRange, "not a name for something new", file: path, limit: "a new directory")
        }
        // SQLite may read a name that starts with "file:" as an address.
        self.path = name.hasPrefix("/") ? name : "./\(name)"
        draft = "\(self.path).part"
        if Self.isThere(self.path) {
            throw ArchiveError(.alreadyThere, "is there already", file: path, limit: "a new directory")
        }
        if Self.isThere(draft) {
            throw ArchiveError(
                .alreadyThere, "is there already, perhaps of an attempt that was cut short; remove it first",
                file: "\(name).part")
        }
    }

    /// Makes the draft, empty and for its owner only.
    public func create() throws(ArchiveError) { try Self.make(draft) }

    /// Gives the draft, whose files are on the disk, its name; on the disk when this returns.
    public func commit() throws(ArchiveError) {
        try OpenFile.synchronise(directory: draft, named: draft)
        guard !Self.isThere(path) else {
            throw ArchiveError(.alreadyThere, "is there already", file: path, limit: "a new directory")
        }
        // SAFETY: both paths are passed as zero-terminated copies that live for the call.
        guard unsafe rename(draft, path) == 0 else { throw .system(systemWords(), path, while: "naming") }
        try OpenFile.synchronise(directory: "\(path)/..", named: path)
    }

    /// Removes the draft: what it was made for failed.
    public func discard() {
        // What cannot be removed is in the way of the next attempt, which says so.
        try? FileManager.default.removeItem(atPath: draft)
    }

    /// A directory for its owner only.
    static func make(_ path: String) throws(ArchiveError) {
        // SAFETY: the path is passed as a zero-terminated copy that lives for the call.
        guard unsafe mkdir(path, ArchiveLimits.directoryMode) == 0 else {
            guard errno != EEXIST else { throw ArchiveError(.alreadyThere, "is there already", file: path) }
            throw .system(systemWords(), path, while: "making")
        }
    }

    private static func isThere(_ path: String) -> Bool {
        var status = stat()
        // SAFETY: the path is a zero-terminated copy and the status a local, both living for the call.
        return unsafe lstat(path, &status) == 0
    }
}
