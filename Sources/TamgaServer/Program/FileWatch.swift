package import TamgaTLS

/// Decides at each look at some files whether they are to be read anew.
package struct FileWatch: Sendable {
    private var last: [FileStamp?] = []

    package init() {}

    /// Whether they differ from those that were read last, and have not changed since the look before: files that are
    /// replaced one after the other are read when the last one is there.
    ///
    /// - Parameters:
    ///   - now: the files as they are.
    ///   - read: as they were when they were read, whatever came of it: what does not do is not tried again and again.
    package mutating func look(at now: [FileStamp?], read: [FileStamp?]) -> Bool {
        defer { last = now }
        return now != read && now == last
    }
}
