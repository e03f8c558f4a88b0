import Foundation
import TamgaGallery
import TamgaRegistry
import TamgaTemplates

/// A temporary directory of segment files, removed with its last owner.
final class SegmentFolder: Sendable {
    let path: String

    init() {
        path = FileManager.default.temporaryDirectory.appendingPathComponent("tamga-segments-\(UUID().uuidString)").path
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// What `Gallery.open` finds here; small segments.
    func open(
        _ registered: [GalleryPerson], shards: Int = 2, matcher: String = "m1",
        cipher: any SegmentCipher = PlainCipher(), operations: any FileOperations = SystemFiles()
    ) throws -> GalleryOpening {
        try Gallery.open(
            path, registered: registered.map { RegisteredPerson(number: $0.number, person: $0.person) },
            matcher: matcher, cipher: cipher, shards: shards, workers: 2, shape: .small, operations: operations)
    }

    /// The same with everybody who was missing inserted, as the caller does from the store.
    func restored(_ registered: [GalleryPerson], shards: Int = 2) throws -> Gallery {
        let opening = try open(registered, shards: shards)
        let missing = Set(opening.missing.map(\.person))
        try opening.gallery.insert(registered.filter { missing.contains($0.person) })
        return opening.gallery
    }

    var names: [String] {
        get throws { try FileManager.default.contentsOfDirectory(atPath: path).sorted() }
    }

    func read(_ name: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: URL(fileURLWithPath: "\(path)/\(name)")))
    }

    func write(_ name: String, _ bytes: [UInt8]) throws {
        try Data(bytes).write(to: URL(fileURLWithPath: "\(path)/\(name)"))
    }

    /// Makes a file longer, with zeros that take no room.
    func extend(_ name: String, to bytes: UInt64) throws {
        let file = try FileHandle(forWritingTo: URL(fileURLWithPath: "\(path)/\(name)"))
        try file.truncate(atOffset: bytes)
        try file.close()
    }

    func remove(_ name: String) throws { try FileManager.default.removeItem(atPath: "\(path)/\(name)") }
}

/// Expects that a gallery holds just these persons, and answers as a fresh one of them does.
func expectHolds(_ gallery: Gallery, _ persons: [GalleryPerson], searches: Bool = true) throws {
    let snapshot = gallery.snapshot()
    guard snapshot.persons == persons.count, snapshot.references == persons.reduce(0, { $0 + $1.references.count })
    else { throw Unequal(what: "\(snapshot.persons) persons of \(persons.count)") }
    for person in persons where gallery.find(person.person)?.person != person {
        throw Unequal(what: "\(person.person) is not as they were")
    }
    if searches { try expectEqualAnswers(gallery, Gallery.holding(persons, shards: 1)) }
}

struct Unequal: Error { let what: String }
