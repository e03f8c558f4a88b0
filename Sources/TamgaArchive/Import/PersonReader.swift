import TamgaRegistry
import TamgaStore
import TamgaTemplates

/// Judges the lines of `persons.jsonl` and makes changes of them.
struct PersonReader {
    private let manifest: ArchiveManifest
    private(set) var files: RecordFiles
    private(set) var persons: UInt64 = 0
    private(set) var encounters: UInt64 = 0
    private(set) var undecodable = UndecodableTemplates()
    private var last: UInt64 = 0

    init(_ directory: ArchiveDirectory) {
        manifest = directory.manifest
        files = RecordFiles(directory)
    }

    /// Hands the changes that a person is made of to `body`, one after another.
    mutating func read(
        _ bytes: [UInt8], _ place: LinePlace, _ body: (StoreChange) throws(ArchiveError) -> Void
    ) throws(ArchiveError) {
        let known = try ArchiveJSON.decode(PersonLine.self, bytes, file: place.file, line: place.line)
        let person: PersonID
        do throws(PersonIDError) { person = try PersonID(known.person) } catch {
            throw place.error(.outOfRange, "person", "\(error)")
        }
        guard known.sequence > last else {
            throw place.error(.outOfOrder, "sequence", "\(known.sequence)", limit: "above \(last), of the line before")
        }
        guard known.sequence <= manifest.sequence else {
            throw place.error(
                .outOfRange, "sequence", "\(known.sequence)", limit: "at most \(manifest.sequence), of the manifest")
        }
        last = known.sequence
        try check(known, place)
        for (index, encounter) in known.encounters.enumerated() {
            let content = try content(encounter, of: known, place.at("encounters[\(index)]"))
            try body(index == 0 ? .enrol(person, content) : .addEncounter(person, content))
        }
        persons += 1
    }

    /// What StoreLimits say of a person.
    private func check(_ person: PersonLine, _ place: LinePlace) throws(ArchiveError) {
        guard !person.encounters.isEmpty else {
            throw place.error(.outOfRange, "encounters", "none", limit: "1 or more")
        }
        let records = person.encounters.reduce(0) { $0 + $1.records.count }
        guard records <= StoreLimits.recordsPerPerson else {
            throw place.error(
                .outOfRange, "encounters", "\(records) records", limit: "at most \(StoreLimits.recordsPerPerson)")
        }
    }

    private mutating func content(
        _ encounter: EncounterLine, of person: PersonLine, _ place: LinePlace
    ) throws(ArchiveError) -> EncounterContent {
        guard 1...person.sequence ~= encounter.changed else {
            throw place.error(.outOfRange, "changed", "\(encounter.changed)", limit: "1 to \(person.sequence)")
        }
        guard 1...encounter.changed ~= encounter.number else {
            throw place.error(.outOfRange, "number", "\(encounter.number)", limit: "1 to \(encounter.changed)")
        }
        guard files.begin(encounter.number) else {
            throw place.error(.duplicate, "number", "\(encounter.number) is of an encounter before")
        }
        guard !encounter.records.isEmpty else { throw place.error(.outOfRange, "records", "none", limit: "1 or more") }
        var records: [StoredRecord] = []
        for (ordinal, record) in encounter.records.enumerated() {
            records.append(
                try read(record, encounter.number, ordinal, place.at("records[\(ordinal)]")))
        }
        encounters += 1
        return EncounterContent(takenAt: encounter.takenAt, records: records)
    }

    private mutating func read(
        _ record: RecordLine, _ encounter: UInt64, _ ordinal: Int, _ place: LinePlace
    ) throws(ArchiveError) -> StoredRecord {
        let format = try record.knownFormat(place)
        let position = try record.knownPosition(place)
        let name = ArchiveFile.record(encounter, ordinal, format: record.format)
        guard record.file == name else { throw place.error(.outOfRange, "file", "is another", limit: name) }
        guard 1...StoreLimits.recordBytes ~= record.bytes else {
            throw place.error(.outOfRange, "bytes", "\(record.bytes)", limit: "1 to \(StoreLimits.recordBytes)")
        }
        let bytes: [UInt8]
        do throws(ArchiveError) { bytes = try files.bytes(name, of: encounter, record) } catch {
            throw place.error(error.code, "file", "\(name): \(error.message)", limit: error.limit)
        }
        undecodable.look(bytes, format, name)
        return StoredRecord(position: position, format: record.format, bytes: bytes)
    }
}

extension RecordLine {
    fileprivate func knownFormat(_ place: LinePlace) throws(ArchiveError) -> TemplateFormat {
        guard let known = TemplateFormat(rawValue: format) else {
            throw place.error(.unknownCode, "format", "\(format)", limit: "1 to \(TemplateFormat.allCases.count)")
        }
        guard formatName == known.token else {
            throw place.error(.malformed, "format_name", "is not that of format \(format)", limit: known.token)
        }
        return known
    }

    fileprivate func knownPosition(_ place: LinePlace) throws(ArchiveError) -> FingerPosition? {
        guard let position = position?.wrappedValue else {
            guard positionName == nil else {
                throw place.error(.malformed, "position_name", "is of no position", limit: "null")
            }
            return nil
        }
        guard let known = FingerPosition(rawValue: position) else {
            throw place.error(.unknownCode, "position", "\(position)", limit: "0 to 10, 20, 21, 23")
        }
        guard positionName == known.name else {
            throw place.error(.malformed, "position_name", "is not that of position \(position)", limit: known.name)
        }
        return known
    }
}
