import Glibc
import Synchronization
import TamgaRegistry

extension Gallery {
    /// A gallery from the segment files of a directory, which it keeps up to date from then on: ``maintain()``.
    ///
    /// Of the files exactly those persons are taken who are registered under the same number and name, each once; the
    /// others are marked as gone. A file that is damaged, doubtful or of another matcher is treated as if it were not
    /// there. The directory belongs to one gallery at a time: the caller sees to that.
    ///
    /// - Parameters:
    ///   - directory: is made if it is missing.
    ///   - registered: everybody the store has, numbers all different.
    ///   - matcher: the version whose templates these are, 264 bytes at most.
    ///   - cipher: what the files are encrypted with; files of another key are not used.
    ///   - shards, crew: as of ``init(shards:crew:)``; files of another number of shards are not used.
    ///   - progress: files read and their number, from any thread, one call at a time.
    /// - Throws: what the system refused of the directory itself.
    /// - Complexity: O(bytes of the files + persons), a gigabyte or more a second and core; no allocation for each
    ///   person.
    public static func open(
        _ directory: String, registered: [RegisteredPerson], matcher: String,
        cipher: any SegmentCipher, shards: Int, crew: Crew,
        progress: @Sendable (_ done: Int, _ of: Int) -> Void = { _, _ in }
    ) throws(SystemError) -> GalleryOpening {
        let files = SegmentFiles(directory: directory, matcher: matcher, cipher: cipher, operations: SystemFiles())
        return try open(
            files, registered: registered, shards: shards, crew: crew, shape: .usual, progress: progress)
    }

    package static func open(
        _ directory: String, registered: [RegisteredPerson], matcher: String,
        cipher: any SegmentCipher, shards: Int, workers: Int? = nil, shape: SegmentShape, operations: any FileOperations
    ) throws(SystemError) -> GalleryOpening {
        let files = SegmentFiles(directory: directory, matcher: matcher, cipher: cipher, operations: operations)
        return try open(
            files, registered: registered, shards: shards, crew: Crew(workers: workers ?? Parallel.cores),
            shape: shape
        ) { _, _ in }
    }

    private static func open(
        _ files: SegmentFiles, registered: [RegisteredPerson], shards: Int, crew: Crew, shape: SegmentShape,
        progress: @Sendable (Int, Int) -> Void
    ) throws(SystemError) -> GalleryOpening {
        guard files.matcher.utf8.count <= SegmentFileHeader.matcherBytes else {
            throw SystemError(ENAMETOOLONG, while: "naming the matcher in segment files")
        }
        let count = Self.shards(shards)
        let threads = crew.workers
        let names = try files.names()
        let loaded = load(names, files, shards: count, threads, progress)
        let table = RegisteredTable(registered)
        let restored = Parallel.map(count: count, workers: threads) { shard in
            RestoredShard(
                shard, of: count, loaded.segments.filter { $0.name.shard == shard },
                lastID: names.filter { $0.shard == shard }.map(\.id).max(), table)
        }
        var isThere = [Bool](repeating: false, count: registered.count)
        for index in restored.lazy.flatMap(\.found) { isThere[Int(index)] = true }
        var work = MaintenanceWork()
        for name in names { work.names[name] = .some(nil) }
        let state = State(
            snapshot: GallerySnapshot(number: 0, shards: restored.map(\.state)), places: restored.map(\.index))
        return GalleryOpening(
            gallery: Gallery(state, crew, shape: shape, files: files, work: work),
            missing: zip(registered, isThere).compactMap { $1 ? nil : $0 }, refused: loaded.refused,
            files: loaded.segments.count, highestNumber: loaded.segments.map(\.highestNumber).max())
    }

    /// All files, in parallel.
    private static func load(
        _ names: [SegmentFileName], _ files: SegmentFiles, shards: Int, _ threads: Int,
        _ progress: @Sendable (Int, Int) -> Void
    ) -> (segments: [SegmentFile], refused: [RefusedSegmentFile]) {
        let done = Mutex(0)
        let results = Parallel.map(count: names.count, workers: threads) { index in
            let result = Result { () throws(SegmentFileRefusal) in
                try SegmentFile.load(names[index], files, shards: shards)
            }
            done.withLock { done in
                done += 1
                progress(done, names.count)
            }
            return result
        }
        var (segments, refused) = ([SegmentFile](), [RefusedSegmentFile]())
        for (name, result) in zip(names, results) {
            switch result {
            case .success(let segment): segments.append(segment)
            case .failure(let reason): refused.append(RefusedSegmentFile(name: name.text, reason: reason))
            }
        }
        return (segments, refused)
    }
}

/// One shard, put together from its files.
private struct RestoredShard: Sendable {
    private(set) var state = ShardState()
    private(set) var index = PersonIndex()
    /// Which of the registered persons it holds.
    private(set) var found: [UInt32] = []
    /// Where in the list of the registered the next person is expected.
    private var expected = 0

    /// - Parameter lastID: the highest number that a file of the shard bears, used or refused.
    init(_ shard: Int, of shards: Int, _ files: [SegmentFile], lastID: UInt32?, _ table: RegisteredTable) {
        var slots: [SegmentSlot] = []
        index.reserve(files.reduce(0) { $0 + $1.extent.persons })
        // The newest first: where two files hold a person, the older one is what a crash left.
        for file in files.sorted(by: { $0.name.id > $1.name.id }) {
            var slot = SegmentSlot(id: file.name.id, file.segment, file.extent)
            slot.noteStored()
            for person in 0..<slot.personCount {
                let place = PersonPlace(segment: slot.id, index: UInt32(person))
                if !take(place, of: slot, shard, of: shards, table, slots) { slot.remove(person) }
            }
            slots.append(slot)
        }
        state = ShardState(slots.reversed(), nextID: lastID.map { $0 + 1 } ?? 0)
    }

    /// Enters a person who is registered, lies in the right shard and is not there yet.
    private mutating func take(
        _ place: PersonPlace, of slot: SegmentSlot, _ shard: Int, of shards: Int, _ table: RegisteredTable,
        _ newer: [SegmentSlot]
    ) -> Bool {
        let person = Int(place.index)
        guard let registered = table.index(of: slot.number(of: person), after: expected) else {
            return false
        }
        expected = registered + 1
        let id = table.persons[registered].person
        guard slot.segment.isNamed(person, id) else { return false }
        let hash = slot.hash(of: person)
        guard hash.shard(of: shards) == shard else { return false }
        let known = index.find(hash) { other in
            other.segment == slot.id
                ? slot.segment.isNamed(Int(other.index), id)
                : newer.contains { $0.id == other.segment && $0.segment.isNamed(Int(other.index), id) }
        }
        guard known == nil else { return false }
        index.insert(hash, place)
        found.append(UInt32(registered))
        return true
    }
}
