import TamgaCrypto
import TamgaStore
import TamgaTemplates

/// Reads the files of records and knows in the end whether there are others.
struct RecordFiles {
    private let directory: ArchiveDirectory
    private var encounters = NumberSet()
    /// Files read, by folder.
    private var read = [UInt64](repeating: 0, count: ArchiveFile.folders.count)

    init(_ directory: ArchiveDirectory) { self.directory = directory }

    /// Files read.
    var count: UInt64 { read.reduce(0, +) }

    /// Notes an encounter; false if it was noted before.
    mutating func begin(_ encounter: UInt64) -> Bool { encounters.insert(encounter) }

    /// The bytes of a file that is what its line says.
    ///
    /// - Throws: `.missing`, `.changed`, `.ioFailed`.
    mutating func bytes(_ name: String, of encounter: UInt64, _ line: RecordLine) throws(ArchiveError) -> [UInt8] {
        let file = try OpenFile.read(directory.place(of: name), named: name)
        let size = try file.size()
        guard size == line.bytes else {
            throw ArchiveError(.changed, "it has \(size) bytes", file: name, limit: "the \(line.bytes) of its line")
        }
        let bytes = try file.read(atMost: line.bytes)
        let digest = try digesting(name) { () throws(CryptoError) in try SHA256.digest(bytes) }
        guard bytes.count == line.bytes, Hex.text(digest) == line.sha256 else {
            throw ArchiveError(.changed, "its SHA-256 is another than its line has", file: name)
        }
        read[Int(encounter & 0xFF)] += 1
        return bytes
    }

    /// - Throws: `.extra` where there is a file that was not read.
    func refuseOthers() throws(ArchiveError) {
        try DirectoryList.forEach(directory.place(of: ArchiveFile.records), named: ArchiveFile.records) {
            folder throws(ArchiveError) in
            let place = "\(ArchiveFile.records)/\(folder)"
            var found: UInt64 = 0
            try DirectoryList.forEach(directory.place(of: place), named: place) { name throws(ArchiveError) in
                guard let number = ArchiveFile.encounter(ofName: name, in: folder), encounters.contains(number) else {
                    throw ArchiveError(.extra, "no person has this record", file: "\(place)/\(name)")
                }
                found += 1
            }
            let expected = ArchiveFile.folders.firstIndex(of: folder).map { read[$0] } ?? 0
            guard found == expected else {
                throw ArchiveError(
                    .extra, "\(found) files, persons have \(expected) records there", file: place,
                    limit: "\(expected)")
            }
        }
    }
}
