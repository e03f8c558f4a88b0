import Synchronization
import TamgaGallery
import TamgaMatcher
import TamgaRegistry
import TamgaTestSupport
import Testing

/// The files of the system, and how often each was written.
private final class CountedFiles: FileOperations {
    private let counts = Mutex<[String: Int]>([:])
    private let system = SystemFiles()

    /// Writes by path since the last call.
    func takeWrites() -> [String: Int] {
        counts.withLock { counts in
            defer { counts = [:] }
            return counts
        }
    }

    func names(in directory: String) throws(SystemError) -> [String] { try system.names(in: directory) }
    func open(_ path: String) throws(SystemError) -> any ReadableFile { try system.open(path) }
    func write(_ path: String, _ header: [UInt8], _ body: UnsafeRawBufferPointer) throws(SystemError) {
        counts.withLock { $0[path, default: 0] += 1 }
        try unsafe system.write(path, header, body)
    }
    func rename(_ path: String, to other: String) throws(SystemError) { try system.rename(path, to: other) }
    func remove(_ path: String) throws(SystemError) { try system.remove(path) }
    func synchronise(_ directory: String) throws(SystemError) { try system.synchronise(directory) }
}

/// Some time after a deletion no file holds the person.
@Suite struct ErasureTests {
    private let folder = SegmentFolder()
    /// Names of one length, so that none is part of another; each with a minutia at least.
    private let persons: [GalleryPerson]

    init() throws {
        persons = try SegmentFileTests.strangers(1_000..<1_200, seed: 95).filter { person in
            person.references.contains { $0.descriptor.count > 0 }
        }
    }

    private func stored(_ operations: any FileOperations = SystemFiles()) throws -> Gallery {
        let gallery = try folder.open([], shards: 1, operations: operations).gallery
        try gallery.insert(persons)
        try gallery.checkpoint()
        return gallery
    }

    /// A few of each segment, less than a quarter.
    private var few: [GalleryPerson] { persons.filter { $0.number % 10 == 3 } }

    private func others(than gone: [GalleryPerson]) -> [GalleryPerson] {
        let numbers = Set(gone.map(\.number))
        return persons.filter { !numbers.contains($0.number) }
    }

    @Test func aFewWhoAreGoneAreInNoFile() throws {
        let gallery = try stored()
        for person in few { try gallery.remove(person.person) }
        try gallery.settle()
        #expect(try folder.holders(of: few) == few.count, "else this test sees nothing")
        try gallery.eraseAll()
        #expect(try folder.holders(of: few) == 0)
        #expect(try folder.holders(of: others(than: few)) == persons.count - few.count)
        #expect(gallery.erasure().isDone)
        let opening = try folder.open(others(than: few), shards: 1)
        #expect(opening.missing.isEmpty && opening.refused.isEmpty)
        try expectHolds(opening.gallery, others(than: few))
    }

    /// Segments that became sparse or empty: those who are left may lie in no file, but come from the store.
    @Test(arguments: [3, 4, 100]) func manyWhoAreGoneAreInNoFile(kept: UInt64) throws {
        let gallery = try stored()
        let left = persons.filter { $0.number % kept == 1 }
        for person in others(than: left) { try gallery.remove(person.person) }
        try gallery.settle()
        try gallery.eraseAll()
        #expect(try folder.holders(of: others(than: left)) == 0)
        try expectHolds(gallery, left)
        try expectHolds(try folder.restored(left, shards: 1), left, searches: false)
        try gallery.checkpoint()
        #expect(try folder.holders(of: others(than: left)) == 0)
        #expect(try folder.open(left, shards: 1).missing.isEmpty)
    }

    /// Whoever was deleted before a kill is gone from the files of the next start too, and so are refused files.
    @Test func theNextStartErasesWhoIsStillThere() throws {
        _ = try stored()
        let left = others(than: few)
        let opening = try folder.open(left, shards: 1)
        #expect(opening.missing.isEmpty)
        try opening.gallery.eraseAll()
        #expect(try folder.holders(of: few) == 0 && folder.holders(of: left) == left.count)
        let other = try folder.open(left, shards: 1, cipher: PlainCipher(key: 2))
        #expect(other.files == 0 && other.missing.count == left.count)
        try other.gallery.eraseAll()
        #expect(try folder.names == [])
    }

    /// Who is gone before a segment is written to its file is never in one.
    @Test func whoIsGoneAlreadyIsNotWritten() throws {
        let gallery = try folder.open([], shards: 1).gallery
        try gallery.insert(persons)
        while try gallery.maintain() == .compacted {
            for person in few where gallery.contains(person.person) { try gallery.remove(person.person) }
            guard try folder.names.isEmpty else { break }
        }
        for person in few where gallery.contains(person.person) { try gallery.remove(person.person) }
        try gallery.checkpoint()
        #expect(try folder.holders(of: few) == 0)
        #expect(try folder.holders(of: others(than: few)) == persons.count - few.count)
    }

    @Test func noStepChangesAnAnswer() throws {
        let crowd = try People.crowd.get()
        let gallery = try folder.open([], shards: 1).gallery
        try gallery.insert(crowd + persons)
        try gallery.checkpoint()
        for person in few { try gallery.remove(person.person) }
        let fresh = try Gallery.holding(crowd + others(than: few), shards: 1)
        let number = gallery.snapshot().number
        var (erasure, steps) = (gallery.erasure(), 0)
        while !erasure.isDone {
            if steps % 3 == 0 { try expectEqualAnswers(gallery, fresh) }
            try gallery.erase(&erasure)
            steps += 1
        }
        #expect(steps > 5)
        try expectEqualAnswers(gallery, fresh)
        #expect(gallery.snapshot().number == number)
    }

    /// Deletions before and between the steps: no segment is written twice, whoever came too late waits for the next.
    @Test func manyDeletionsWriteASegmentOnce() throws {
        let files = CountedFiles()
        let gallery = try stored(files)
        var gone = few
        for person in gone { try gallery.remove(person.person) }
        _ = files.takeWrites()
        var (erasure, late) = (gallery.erasure(), persons.filter { $0.number % 10 == 7 })
        while !erasure.isDone {
            try gallery.erase(&erasure)
            for _ in 0..<2 {
                guard let person = late.popLast() else { continue }
                try gallery.remove(person.person)
                gone.append(person)
            }
        }
        let first = files.takeWrites()
        #expect(first.count > 5 && first.values.allSatisfy { $0 == 1 })
        try gallery.eraseAll()
        #expect(files.takeWrites().values.allSatisfy { $0 == 1 })
        #expect(try folder.holders(of: gone) == 0)
        try gallery.eraseAll()
        #expect(files.takeWrites().isEmpty)
    }

    @Test func aGalleryWithoutFilesHasNothingToErase() throws {
        let gallery = try Gallery.holding(persons)
        try gallery.remove(persons[0].person)
        #expect(gallery.erasure().isDone)
        try gallery.eraseAll()
    }
}

extension Gallery {
    /// One pass.
    func eraseAll() throws {
        var erasure = erasure()
        while !erasure.isDone { try erase(&erasure) }
    }
}

extension SegmentFolder {
    /// How many of the persons have their name or any word of a signature in a file of the directory.
    func holders(of persons: [GalleryPerson]) throws -> Int {
        var words: Set<UInt64> = []
        for name in try names {
            _ = try read(name).reduce(UInt64(0)) { word, byte in
                // The last eight bytes, as a number of the lowest first.
                let next = word >> 8 | UInt64(byte) << 56
                words.insert(next)
                return next
            }
        }
        return persons.count { person in
            // The names end in the number: their last bytes tell persons apart.
            let name = person.person.text.utf8.suffix(8).reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
            return words.contains(name) || person.references.contains { reference in
                reference.descriptor.signatures.contains { words.contains($0) }
            }
        }
    }
}
