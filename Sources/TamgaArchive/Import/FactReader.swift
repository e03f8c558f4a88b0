import TamgaRegistry
import TamgaStore

/// Judges the lines of `facts.jsonl` and makes changes of them: those of one number stay together.
struct FactReader {
    private let manifest: ArchiveManifest
    private(set) var facts: UInt64 = 0
    private var last: (number: UInt64, ordinal: Int) = (0, 0)
    /// Those of the last number, and the line of the first of them.
    private var waiting: [FactContent] = []
    private var first = 0
    /// Changes handed out.
    private(set) var changes: UInt64 = 0

    init(_ directory: ArchiveDirectory) { manifest = directory.manifest }

    /// Hands the change that a line ends to `body`.
    mutating func read(
        _ bytes: [UInt8], line: Int, _ body: (StoreChange, LinePlace) throws(ArchiveError) -> Void
    ) throws(ArchiveError) {
        let place = LinePlace(file: ArchiveFile.facts, line: line)
        let known = try ArchiveJSON.decode(FactLine.self, bytes, file: ArchiveFile.facts, line: line)
        try check(known, place)
        let content = try content(known, place)
        if known.number != last.number { try finish(body) }
        if waiting.isEmpty { first = line }
        waiting.append(content)
        last = (known.number, known.ordinal)
        facts += 1
    }

    /// Hands out what waits.
    mutating func finish(_ body: (StoreChange, LinePlace) throws(ArchiveError) -> Void) throws(ArchiveError) {
        guard !waiting.isEmpty else { return }
        try body(.note(waiting), LinePlace(file: ArchiveFile.facts, line: first))
        waiting.removeAll(keepingCapacity: true)
        changes += 1
    }

    private func check(_ fact: FactLine, _ place: LinePlace) throws(ArchiveError) {
        guard 1...manifest.sequence ~= fact.number else {
            throw place.error(
                .outOfRange, "number", "\(fact.number)", limit: "1 to \(manifest.sequence), of the manifest")
        }
        guard 0..<StoreLimits.factsPerChange ~= fact.ordinal else {
            throw place.error(
                .outOfRange, "ordinal", "\(fact.ordinal)", limit: "0 to \(StoreLimits.factsPerChange - 1)")
        }
        guard facts == 0 || (fact.number, fact.ordinal) > last else {
            throw place.error(
                .outOfOrder, fact.number == last.number ? "ordinal" : "number", "not behind the line before",
                limit: "above \(last.number), \(last.ordinal)")
        }
    }

    private func content(_ fact: FactLine, _ place: LinePlace) throws(ArchiveError) -> FactContent {
        var owner: PersonID?
        if let person = fact.person {
            do throws(PersonIDError) { owner = try PersonID(person) } catch {
                throw place.error(.outOfRange, "person", "\(error)")
            }
        }
        guard let bytes = fact.bytes else {
            throw place.error(.malformed, "text", "no fact", limit: "one of text and base64")
        }
        guard 1...StoreLimits.factBytes ~= bytes.count else {
            throw place.error(
                .outOfRange, fact.text == nil ? "base64" : "text", "\(bytes.count) bytes",
                limit: "1 to \(StoreLimits.factBytes)")
        }
        return FactContent(person: owner, bytes: bytes)
    }
}
