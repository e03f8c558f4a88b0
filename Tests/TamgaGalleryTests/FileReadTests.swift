import Synchronization
import TamgaGallery
import Testing

/// The files of the system, read in another manner.
private struct OddlyRead: FileOperations {
    enum Manner: Sendable {
        /// So many bytes at a time, and a signal before each.
        case inPieces(Int)
        /// Fails, or ends, after so many bytes.
        case failing(Int32, after: Int)
        case ending(after: Int)
        /// Cannot be opened, or measured.
        case notOpened(Int32)
        case notMeasured(Int32)
    }

    let manner: Manner
    let system = SystemFiles()

    func names(in directory: String) throws(SystemError) -> [String] { try system.names(in: directory) }
    func open(_ path: String) throws(SystemError) -> any ReadableFile {
        if case .notOpened(let number) = manner { throw SystemError(number, while: "testing") }
        return OddFile(try system.open(path), manner)
    }
    func write(_ path: String, _ header: [UInt8], _ body: UnsafeRawBufferPointer) throws(SystemError) {
        try unsafe system.write(path, header, body)
    }
    func rename(_ path: String, to other: String) throws(SystemError) { try system.rename(path, to: other) }
    func remove(_ path: String) throws(SystemError) { try system.remove(path) }
    func synchronise(_ directory: String) throws(SystemError) { try system.synchronise(directory) }
}

private final class OddFile: ReadableFile {
    private let file: any ReadableFile
    private let manner: OddlyRead.Manner
    private let state = Mutex((done: 0, isInterrupted: false))

    init(_ file: any ReadableFile, _ manner: OddlyRead.Manner) { (self.file, self.manner) = (file, manner) }

    func byteCount() throws(SystemError) -> Int {
        if case .notMeasured(let number) = manner { throw SystemError(number, while: "testing") }
        return try file.byteCount()
    }

    /// How many of the wanted bytes this call gives.
    private func most(_ wanted: Int) throws(SystemError) -> Int {
        try state.withLock { state throws(SystemError) in
            switch manner {
            case .inPieces(let size):
                state.isInterrupted.toggle()
                if state.isInterrupted { throw SystemError(4, while: "testing") }
                return min(size, wanted)
            case .failing(let number, let limit):
                guard state.done < limit else { throw SystemError(number, while: "testing") }
                return min(limit - state.done, wanted)
            case .ending(let limit): return min(limit - state.done, wanted)
            case .notOpened, .notMeasured: return wanted
            }
        }
    }

    func read(into space: UnsafeMutableRawBufferPointer) throws(SystemError) -> Int {
        let count = try most(space.count)
        let done = try unsafe file.read(into: UnsafeMutableRawBufferPointer(rebasing: space[..<count]))
        state.withLock { $0.done += done }
        return done
    }
}

/// However a file is read, it is whole or refused with the reason.
@Suite struct FileReadTests {
    private let folder = SegmentFolder()
    private let persons: [GalleryPerson]
    private let length: Int

    init() throws {
        persons = try SegmentFileTests.strangers(0..<16, seed: 85)
        let gallery = try folder.open([], shards: 1).gallery
        try gallery.insert(persons)
        try gallery.checkpoint()
        length = try folder.read(#require(try folder.names.first)).count
    }

    private func refusal(_ manner: OddlyRead.Manner) throws -> SegmentFileRefusal? {
        let opening = try folder.open(persons, shards: 1, operations: OddlyRead(manner: manner))
        #expect(opening.missing.count == (opening.refused.isEmpty ? 0 : persons.count))
        if opening.refused.isEmpty { try expectHolds(opening.gallery, persons) }
        return opening.refused.first?.reason
    }

    @Test(arguments: [1, 7, 511, 513, 4_096]) func piecesAndSignalsChangeNothing(size: Int) throws {
        #expect(try refusal(.inPieces(size)) == nil)
    }

    @Test func whatCannotBeReadIsSaid() throws {
        let reason = SegmentFileRefusal.unreadable(SystemError(5, while: "testing"))
        #expect(try refusal(.notOpened(5)) == reason)
        #expect(try refusal(.notMeasured(5)) == reason)
        for count in [0, 1, 511, 512, 513, length - 1] {
            #expect(try refusal(.failing(5, after: count)) == reason, "after \(count) bytes")
        }
        #expect(try refusal(.failing(5, after: length)) == nil)
    }

    @Test func aFileThatShrinksIsRefused() throws {
        for count in [0, 1, 511, 512, 513, length - 1] {
            #expect(try refusal(.ending(after: count)) == .wrongSize, "after \(count) bytes")
        }
    }

    @Test func aFileLongerThanAnySegmentIsNotRead() throws {
        let name = try #require(try folder.names.first)
        let bytes = try folder.read(name)
        // Also where the header says so.
        var longer = bytes
        for index in 0..<8 { longer[56 + index] = UInt8(truncatingIfNeeded: (1 << 28 + 1) >> (8 * index)) }
        SegmentFileSeal.resum(&longer)
        try folder.write(name, longer)
        try folder.extend(name, to: 1 << 28 + 1)
        #expect(try folder.open(persons, shards: 1).refused.map(\.reason) == [.wrongSize])
        try folder.write(name, bytes)
        #expect(try folder.open(persons, shards: 1).refused.isEmpty)
    }
}
