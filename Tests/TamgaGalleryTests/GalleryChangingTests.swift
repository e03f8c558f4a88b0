import TamgaGallery
import TamgaMatcher
import TamgaRegistry
import TamgaTemplates
import TamgaTestSupport
import Testing

@Suite struct GalleryChangingTests {
    private func person(
        _ index: Int, _ positions: [FingerPosition], minutiae: Int = 3, _ random: inout SeededGenerator
    ) throws -> GalleryPerson {
        GalleryPerson(
            person: try People.id(index), number: UInt64(index),
            references: positions.map {
                GalleryReference(position: $0, descriptor: noise(minutiae, &random))
            })
    }

    @Test func everyChangeIsOneNumber() throws {
        var random = SeededGenerator(seed: 1)
        let gallery = Gallery(shards: 3)
        #expect(gallery.snapshot().number == 0)
        let one = try person(1, [.rightIndex, .unknown], &random)
        let two = try person(2, [.leftThumb], &random)
        #expect(try gallery.insert(one) == 1)
        #expect(try gallery.insert(two) == 2)
        #expect((gallery.snapshot().persons, gallery.snapshot().references) == (2, 3))
        #expect(try gallery.remove(one.person) == (references: 2, snapshot: 3))
        #expect((gallery.snapshot().persons, gallery.snapshot().references) == (1, 1))
        #expect(!gallery.contains(one.person) && gallery.contains(two.person))
        let batch = try [person(4, [.unknown], &random), person(5, [.unknown], &random)]
        #expect(try gallery.insert(batch) == 5)
        gallery.advance(to: 4)
        #expect(gallery.snapshot().number == 5)
        gallery.advance(to: 9)
        #expect(try gallery.insert(one) == 10)
    }

    @Test func aKnownPersonIsRefusedAndNothingChanges() throws {
        var random = SeededGenerator(seed: 2)
        let known = try person(1, [.rightIndex], &random)
        let fresh = try person(2, [.rightIndex], &random)
        let gallery = try Gallery.holding([known])
        let refusal = GalleryError(.personExists, field: "person")
        #expect(throws: refusal) { try gallery.insert(known) }
        #expect(throws: refusal) { try gallery.insert([fresh, known]) }
        #expect(throws: refusal) { try gallery.insert([fresh, fresh]) }
        #expect(!gallery.contains(fresh.person) && gallery.snapshot().number == 1)
        #expect(throws: GalleryError(.personUnknown, field: "person")) { try gallery.remove(fresh.person) }
        #expect(gallery.snapshot().number == 1)
    }

    @Test func limitsAreKept() throws {
        var random = SeededGenerator(seed: 3)
        let gallery = Gallery(shards: 0)
        #expect(gallery.shardCount == 1)
        let none = try person(1, [], &random)
        let tooMany = try person(1, Array(repeating: .unknown, count: 1_025), minutiae: 0, &random)
        let tooLarge = try person(1, [.unknown], minutiae: 65, &random)
        for bad in [none, tooMany, tooLarge] {
            #expect { try gallery.insert(bad) } throws: { ($0 as? GalleryError)?.code == .outOfRange }
        }
        #expect(gallery.snapshot().number == 0)
        let most = try person(1, Array(repeating: .unknown, count: 1_024), minutiae: 64, &random)
        try gallery.insert(most)
        try gallery.insert(person(2, [.rightThumb], &random))
        #expect(gallery.find(most.person)?.person == most)
    }

    @Test func aSnapshotNeverChanges() throws {
        var random = SeededGenerator(seed: 4)
        let gallery = Gallery(shards: 2)
        var seen: [(snapshot: GallerySnapshot, persons: Int, references: Int)] = []
        for index in 0..<300 {
            try gallery.insert(person(index, [.rightIndex, .unknown], &random))
            if index % 3 == 2 { try gallery.remove(People.id(index - 2)) }
            let now = gallery.snapshot()
            seen.append((now, now.persons, now.references))
        }
        for (index, then) in seen.enumerated() {
            #expect(then.snapshot.persons == then.persons && then.snapshot.references == then.references)
            #expect(then.persons == index + 1 - (index + 1) / 3 && then.references == 2 * then.persons)
        }
    }

    /// Thousands of changes against a dictionary: nobody is lost, moved onto another, or comes back.
    @Test(arguments: [1, 3, 8]) func randomChangesAgreeWithAModel(shards: Int) throws {
        var random = SeededGenerator(seed: 5 + UInt64(shards))
        let gallery = Gallery(shards: shards)
        var model: [PersonID: GalleryPerson] = [:]
        var next = 0
        for round in 0..<3_000 {
            // Growth, then decline, so that many segments become sparse and are dissolved.
            let growing = round % 1_000 < 600
            if model.isEmpty || Int.random(in: 0..<10, using: &random) < (growing ? 8 : 1) {
                let positions = (0..<Int.random(in: 1...12, using: &random)).map { _ in
                    FingerPosition.allCases.randomElement(using: &random) ?? .unknown
                }
                let added = try person(next, positions, minutiae: Int.random(in: 0...4, using: &random), &random)
                next += 1
                try gallery.insert(added)
                model[added.person] = added
            } else {
                let ids = model.keys.sorted()
                let id = ids[Int.random(in: ids.indices, using: &random)]
                let removed = try gallery.remove(id)
                #expect(removed.references == model.removeValue(forKey: id)?.references.count)
            }
        }
        #expect(gallery.snapshot().number == 3_000)
        #expect(gallery.snapshot().persons == model.count)
        #expect(gallery.snapshot().references == model.values.reduce(0) { $0 + $1.references.count })
        for index in 0..<next {
            let id = try People.id(index)
            #expect(gallery.find(id)?.person == model[id], "\(id)")
        }
    }
}
