import Synchronization
import TamgaGallery
import TamgaMatcher
import TamgaTestSupport
import Testing

/// The files of the system, of which one call fails.
private final class FaultyFiles: FileOperations {
    private let left: Atomic<Int>
    private let system = SystemFiles()

    /// - Parameter calls: that succeed before the one that fails.
    init(after calls: Int) { left = Atomic(calls) }

    var hasFailed: Bool { left.load(ordering: .relaxed) < 0 }

    private func mayFail() throws(SystemError) {
        if left.subtract(1, ordering: .relaxed).newValue == -1 { throw SystemError(28, while: "testing") }
    }

    func names(in directory: String) throws(SystemError) -> [String] {
        try mayFail()
        return try system.names(in: directory)
    }

    func open(_ path: String) throws(SystemError) -> any ReadableFile {
        try mayFail()
        return try system.open(path)
    }

    func write(_ path: String, _ header: [UInt8], _ body: UnsafeRawBufferPointer) throws(SystemError) {
        do { try mayFail() } catch {
            // What a full disk leaves.
            try unsafe system.write(path, header, UnsafeRawBufferPointer(rebasing: body.prefix(body.count / 2)))
            throw error
        }
        try unsafe system.write(path, header, body)
    }

    func rename(_ path: String, to other: String) throws(SystemError) {
        try mayFail()
        try system.rename(path, to: other)
    }

    func remove(_ path: String) throws(SystemError) {
        try mayFail()
        try system.remove(path)
    }

    func synchronise(_ directory: String) throws(SystemError) {
        try mayFail()
        try system.synchronise(directory)
    }
}

@Suite struct FileFaultTests {
    /// Whichever call of the system fails, the gallery is as it was, the next attempt succeeds, and what lies in the
    /// directory at the moment of the failure opens to the same gallery.
    @Test func aFailedCallLosesNothing() throws {
        let persons = try SegmentFileTests.strangers(1_000..<1_060, seed: 90)
        let left = persons.filter { $0.number % 5 == 0 && $0.number != 1_025 }
        var failures = 0
        for calls in 1..<40 {
            let folder = SegmentFolder()
            let files = FaultyFiles(after: calls)
            let gallery = try folder.open([], shards: 1, operations: files).gallery
            try gallery.insert(persons)
            try attempt(&failures) { try gallery.checkpoint() }
            try gallery.remove(persons[25].person)
            try attempt(&failures) { try gallery.eraseAll() }
            for person in persons where person.number % 5 != 0 { try gallery.remove(person.person) }
            try attempt(&failures) { try gallery.eraseAll() }
            try attempt(&failures) { try gallery.settle() }
            try attempt(&failures) { try gallery.checkpoint() }
            try expectHolds(gallery, left, searches: false)
            try expectHolds(try folder.restored(left, shards: 1), left, searches: false)
            try gallery.settle()
            try gallery.eraseAll()
            try gallery.checkpoint()
            let gone = Set(persons).subtracting(left).filter { $0.references.contains { $0.descriptor.count > 0 } }
            #expect(try folder.holders(of: Array(gone)) == 0)
            let opening = try folder.open(left, shards: 1)
            #expect(opening.missing.isEmpty && opening.refused.isEmpty)
            try expectHolds(opening.gallery, left, searches: false)
            guard files.hasFailed else { break }
        }
        #expect(failures > 10)
    }

    private func attempt(_ failures: inout Int, _ body: () throws -> Void) throws {
        do { try body() } catch let error as SystemError {
            #expect(error.number == 28)
            failures += 1
        }
    }

    /// A file that was not finished, of a segment that is no more.
    @Test func whatAFailedWriteLeftIsErasedToo() throws {
        let folder = SegmentFolder()
        let persons = try SegmentFileTests.strangers(1_000..<1_010, seed: 91)
        let gallery = try folder.open([], shards: 1, operations: FaultyFiles(after: 1)).gallery
        try gallery.insert(persons)
        #expect(throws: SystemError(28, while: "testing")) { try gallery.checkpoint() }
        #expect(try folder.names == ["0-0.segment.part"])
        for person in persons { try gallery.remove(person.person) }
        try gallery.eraseAll()
        #expect(try folder.names == [])
    }

    @Test func aDirectoryThatCannotBeListedIsSaid() throws {
        #expect(throws: SystemError(28, while: "testing")) {
            try SegmentFolder().open([], operations: FaultyFiles(after: 0))
        }
    }
}
