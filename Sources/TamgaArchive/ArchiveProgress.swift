/// How far an export or an import has come.
public struct ArchiveProgress: Hashable, Sendable {
    /// Persons written or read.
    public let persons: UInt64
    /// Persons there are in all.
    public let totalPersons: UInt64
    /// Records written or read.
    public let records: UInt64
}
