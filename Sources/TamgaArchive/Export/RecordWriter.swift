/// Writes the files of records, and brings them to the disk many at a time: each waits for the others' disk, too.
final class RecordWriter {
    private let directory: String
    private var waiting: [OpenFile] = []
    private var folders: Set<String> = []
    private(set) var count: UInt64 = 0

    init(_ directory: String) throws(ArchiveError) {
        self.directory = directory
        try NewDirectory.make("\(directory)/\(ArchiveFile.records)")
    }

    /// - Parameter name: as ``ArchiveFile/record(_:_:format:)`` makes it.
    func add(_ bytes: [UInt8], named name: String) throws(ArchiveError) {
        let folder = String(name.prefix(ArchiveFile.records.count + 3))
        if folders.insert(folder).inserted { try NewDirectory.make("\(directory)/\(folder)") }
        let file = try OpenFile.create("\(directory)/\(name)", named: name)
        try file.write(bytes)
        count += 1
        waiting.append(file)
        if waiting.count >= ArchiveLimits.filesAtOnce { try synchronise() }
    }

    func finish() throws(ArchiveError) {
        try synchronise()
        for folder in folders.sorted() + [ArchiveFile.records] {
            try OpenFile.synchronise(directory: "\(directory)/\(folder)", named: folder)
        }
    }

    private func synchronise() throws(ArchiveError) {
        for file in waiting { try file.synchronise() }
        waiting.removeAll(keepingCapacity: true)
    }
}
