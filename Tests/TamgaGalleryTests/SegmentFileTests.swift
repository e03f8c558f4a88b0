import TamgaGallery
import TamgaMatcher
import TamgaRegistry
import TamgaTemplates
import TamgaTestSupport
import Testing

/// A gallery opened from its files is the gallery that wrote them.
@Suite struct SegmentFileTests {
    /// The crowd, and strangers of random templates who come and go.
    static func strangers(_ numbers: Range<Int>, seed: UInt64) throws -> [GalleryPerson] {
        var random = SeededGenerator(seed: seed)
        return try numbers.map { number in
            GalleryPerson(
                person: try PersonID("stranger-\(number)"), number: UInt64(number),
                references: (0..<Int.random(in: 1...6, using: &random)).map { _ in
                    GalleryReference(
                        position: FingerPosition.allCases.randomElement(using: &random) ?? .unknown,
                        descriptor: noise(Int.random(in: 0...30, using: &random), &random))
                })
        }
    }

    @Test func everyKindOfChangeIsThereAgain() throws {
        let folder = SegmentFolder()
        let crowd = try People.crowd.get()
        let strangers = try Self.strangers(1_000..<1_200, seed: 70)
        let gallery = try folder.open([]).gallery
        try gallery.insert(crowd + strangers)
        try gallery.checkpoint()
        let all = try folder.open(crowd + strangers)
        #expect(all.missing.isEmpty && all.refused.isEmpty && all.files > 4)
        try expectHolds(all.gallery, crowd + strangers)

        // Some go, so that segments become sparse, are dissolved and written anew; the files follow.
        for person in strangers where person.number % 4 != 0 { try gallery.remove(person.person) }
        let left = crowd + strangers.filter { $0.number % 4 == 0 }
        try expectHolds(try folder.restored(left), left)
        try gallery.settle()
        try expectHolds(try folder.restored(left), left)
        try gallery.checkpoint()
        let fewer = try folder.open(left)
        #expect(fewer.missing.isEmpty && fewer.files < all.files)
        try expectHolds(fewer.gallery, left)

        // The opened gallery goes on changing, and what it does is in files again.
        let more = try Self.strangers(2_000..<2_100, seed: 71)
        try fewer.gallery.insert(more)
        try fewer.gallery.remove(crowd[0].person)
        try fewer.gallery.settle()
        try fewer.gallery.checkpoint()
        let end = try folder.open(Array(left.dropFirst()) + more)
        #expect(end.missing.isEmpty)
        try expectHolds(end.gallery, Array(left.dropFirst()) + more)
    }

    /// The process may end after any step: nobody is lost, doubled or comes back.
    @Test func anEndAfterAnyStepLosesNobody() throws {
        let folder = SegmentFolder()
        var random = SeededGenerator(seed: 72)
        var registered: [UInt64: GalleryPerson] = [:]
        var gallery = try folder.open([]).gallery
        var steps: [String] = []
        for (round, person) in try Self.strangers(0..<900, seed: 73).enumerated() {
            try gallery.insert(person)
            registered[person.number] = person
            for _ in 0..<(round % 300 > 150 ? 3 : 0) {
                guard let gone = registered.keys.sorted().randomElement(using: &random),
                    let id = registered.removeValue(forKey: gone)?.person
                else { continue }
                try gallery.remove(id)
            }
            for _ in 0..<Int.random(in: 0..<3, using: &random) { steps.append("\(try gallery.maintain())") }
            guard round % 23 == 0 else { continue }
            let persons = registered.values.sorted { $0.number < $1.number }
            gallery = try folder.restored(persons)
            try expectHolds(gallery, persons, searches: false)
        }
        for step in ["moved", "compacted", "stored", "removed", "nothing"] {
            #expect(steps.contains { $0.hasPrefix(step) }, "\(step) never happened")
        }
    }

    /// A person of the same name who was enrolled anew is not the one in the file.
    @Test func aNameWithAnotherNumberIsNotTaken() throws {
        let folder = SegmentFolder()
        let strangers = try Self.strangers(0..<40, seed: 74)
        let gallery = try folder.open([]).gallery
        try gallery.insert(strangers)
        try gallery.checkpoint()
        let again = strangers.map {
            GalleryPerson(
                person: $0.person, number: $0.number < 7 ? $0.number + 100 : $0.number, references: $0.references)
        }
        let swapped = [(strangers[10], strangers[11].number), (strangers[11], strangers[10].number)].map {
            GalleryPerson(person: $0.0.person, number: $0.1, references: $0.0.references)
        }
        let registered = again.filter { $0.number != 10 && $0.number != 11 } + swapped
        let opening = try folder.open(registered)
        #expect(opening.missing.count == 9)
        #expect(Set(opening.missing.map(\.number)) == Set((100..<107).map { UInt64($0) } + [10, 11]))
        try expectHolds(try folder.restored(registered), registered, searches: false)
    }

    /// Two files with the same persons, as an end between dissolving and removing leaves them.
    @Test func aPersonInTwoFilesIsTakenOnce() throws {
        let folder = SegmentFolder()
        let strangers = try Self.strangers(0..<60, seed: 75)
        let gallery = try folder.open([], shards: 1).gallery
        try gallery.insert(strangers)
        try gallery.checkpoint()
        let old = try folder.names
        var kept: [(String, [UInt8])] = []
        for name in old { kept.append((name, try folder.read(name))) }
        let left = strangers.filter { $0.number % 5 == 0 }
        for person in strangers where person.number % 5 != 0 { try gallery.remove(person.person) }
        try gallery.settle()
        try gallery.checkpoint()
        let new = try folder.names
        #expect(Set(new).isDisjoint(with: old))
        for (name, bytes) in kept { try folder.write(name, bytes) }
        let opening = try folder.open(left, shards: 1)
        #expect(opening.missing.isEmpty && opening.refused.isEmpty)
        try expectHolds(opening.gallery, left, searches: false)
        try opening.gallery.settle()
        try opening.gallery.checkpoint()
        #expect(Set(try folder.names).isDisjoint(with: old))
    }

    /// A store that knows fewer changes than the files is older than they are: whoever is gone counts too.
    @Test func theHighestNumberOfTheFilesIsTold() throws {
        let folder = SegmentFolder()
        let strangers = try Self.strangers(0..<150, seed: 77)
        #expect(try folder.open([]).highestNumber == nil)
        let gallery = try folder.open([]).gallery
        try gallery.insert(strangers)
        try gallery.checkpoint()
        #expect(try folder.open(strangers).highestNumber == 149)
        let fewer = try folder.open(Array(strangers.prefix(100))).gallery
        try fewer.eraseAll()
        #expect(try folder.open(Array(strangers.prefix(100))).highestNumber.map { $0 >= 99 } == true)
        #expect(try folder.open(strangers, shards: 3).highestNumber == nil, "no file is in use")
    }

    @Test func progressCountsTheFiles() throws {
        let folder = SegmentFolder()
        let gallery = try folder.open([]).gallery
        try gallery.insert(Self.strangers(0..<200, seed: 76))
        try gallery.checkpoint()
        let seen = Counted()
        _ = try Gallery.open(
            folder.path, registered: [], matcher: "m1", cipher: PlainCipher(), shards: 2, crew: Crew(workers: 2)
        ) { seen.note($0, $1) }
        let count = try folder.names.count
        #expect(seen.calls == (1...count).map { [$0, count] })
    }
}
