import TamgaCrypto

/// An archive that is there: its manifest, and whether its files are those that the manifest names.
struct ArchiveDirectory {
    let path: String
    let manifest: ArchiveManifest

    /// Reads the manifest; every other file is only looked for.
    init(_ path: String) throws(ArchiveError) {
        self.path = path
        let file = try OpenFile.read("\(path)/\(ArchiveFile.manifest)", named: ArchiveFile.manifest)
        let bytes = try file.read(atMost: ArchiveLimits.manifestBytes + 1)
        guard bytes.count <= ArchiveLimits.manifestBytes else {
            throw ArchiveError(
                .outOfRange, "too long", file: ArchiveFile.manifest,
                limit: "at most \(ArchiveLimits.manifestBytes) bytes")
        }
        manifest = try ArchiveManifest(reading: bytes)
        try refuseOthers()
        try check(ArchiveFile.persons, manifest.persons, "persons", manifest.personsSHA256, "persons_sha256")
        if let digest = manifest.factsSHA256 {
            try check(ArchiveFile.facts, manifest.facts, "facts", digest, "facts_sha256")
        }
        try check(ArchiveFile.deletions, manifest.deletions, "deletions", manifest.deletionsSHA256, "deletions_sha256")
    }

    func place(of name: String) -> String { "\(path)/\(name)" }

    private func refuseOthers() throws(ArchiveError) {
        let facts = manifest.factsSHA256 == nil ? [] : [ArchiveFile.facts]
        let known =
            [ArchiveFile.manifest, ArchiveFile.persons, ArchiveFile.deletions, ArchiveFile.records] + facts
        try DirectoryList.forEach(path, named: ".") { name throws(ArchiveError) in
            guard known.contains(name) else { throw ArchiveError(.extra, "is not of the archive", file: name) }
        }
        try DirectoryList.forEach(place(of: ArchiveFile.records), named: ArchiveFile.records) {
            name throws(ArchiveError) in
            guard ArchiveFile.folders.contains(name) else {
                throw ArchiveError(.extra, "is not of the archive", file: "\(ArchiveFile.records)/\(name)")
            }
            // A link or a file in its place is refused.
            let folder = "\(ArchiveFile.records)/\(name)"
            try DirectoryList.forEach(place(of: folder), named: folder) { _ in }
        }
    }

    /// Holds lines and SHA-256 of a file against the manifest.
    private func check(
        _ name: String, _ lines: UInt64, _ linesField: String, _ sha256: String, _ digestField: String
    ) throws(ArchiveError) {
        let file = try OpenFile.read(place(of: name), named: name)
        var hash = try digesting(name) { () throws(CryptoError) in try SHA256() }
        var count: UInt64 = 0
        var last = UInt8(ascii: "\n")
        while true {
            let bytes = try file.read(atMost: ArchiveLimits.chunkBytes)
            guard let end = bytes.last else { break }
            last = end
            hash.add(bytes)
            count += UInt64(bytes.count { $0 == UInt8(ascii: "\n") })
        }
        if last != UInt8(ascii: "\n") { count += 1 }
        let digest: [UInt8]
        do throws(CryptoError) { digest = try hash.finish() } catch { throw .crypto(error, name) }
        guard Hex.text(digest) == sha256 else {
            throw ArchiveError(
                .changed, "its SHA-256 is another than the manifest has", file: name, field: digestField,
                limit: Hex.text(digest))
        }
        guard count == lines else {
            throw ArchiveError(
                .count, "states \(lines), \(name) has \(count) lines", file: ArchiveFile.manifest, field: linesField,
                limit: "\(count)")
        }
    }
}
