import TamgaGallery
import TamgaMatcher
import TamgaRegistry
import TamgaTemplates
import TamgaTestSupport
import Testing

/// Small segments and blocks, so that few persons fill many.
extension SegmentShape {
    static let small = SegmentShape(references: 64, minutiaePerBlock: 96, rowsPerBlock: 8)
}

/// Work behind the scenes changes no answer, whenever it happens.
@Suite struct MaintenanceTests {
    private func person(_ index: Int, _ random: inout SeededGenerator) throws -> GalleryPerson {
        let positions = (0..<Int.random(in: 1...12, using: &random)).map { _ in
            FingerPosition.allCases.randomElement(using: &random) ?? .unknown
        }
        return GalleryPerson(
            person: try People.id(index), number: UInt64(index),
            references: positions.map {
                GalleryReference(
                    position: $0, descriptor: noise(Int.random(in: 0...40, using: &random), &random))
            })
    }

    /// Thousands of changes, with steps of maintenance anywhere in between, against a dictionary.
    @Test(arguments: [1, 3]) func randomChangesAndStepsAgreeWithAModel(shards: Int) throws {
        var random = SeededGenerator(seed: 40 + UInt64(shards))
        let gallery = Gallery(shards: shards, workers: 1, shape: .small)
        var model: [PersonID: GalleryPerson] = [:]
        var steps: Set<String> = []
        var changes: UInt64 = 0
        for round in 0..<3_000 {
            let growing = round % 1_000 < 600
            switch Int.random(in: 0..<14, using: &random) {
            case 0..<4:
                steps.insert(String("\(try gallery.maintain())".prefix { $0 != "(" }))
            case 4..<(growing ? 12 : 5):
                let added = try person(round, &random)
                try gallery.insert(added)
                model[added.person] = added
                changes += 1
            default:
                guard let id = model.keys.sorted().randomElement(using: &random) else { continue }
                let removed = try gallery.remove(id)
                #expect(removed.references == model.removeValue(forKey: id)?.references.count)
                changes += 1
            }
        }
        #expect(steps == ["moved", "compacted", "nothing"])
        for settled in [false, true] {
            if settled { try gallery.settle() }
            #expect(gallery.snapshot().number == changes)
            #expect(gallery.snapshot().persons == model.count)
            #expect(gallery.snapshot().references == model.values.reduce(0) { $0 + $1.references.count })
            for index in 0..<3_000 {
                let id = try People.id(index)
                #expect(gallery.find(id)?.person == model[id], "\(id)")
            }
        }
    }

    /// A search gives the same bits before, between and after the steps, and in a gallery that never held anybody else.
    @Test func noStepChangesAnAnswer() throws {
        let persons = try People.crowd.get()
        var random = SeededGenerator(seed: 44)
        let gallery = Gallery(shards: 2, workers: 2, shape: .small)
        for person in persons.shuffled(using: &random) {
            try gallery.insert(person)
            for index in 0..<6 {
                let passing = try self.person(1_000 + 6 * Int(person.number) + index, &random)
                try gallery.insert(passing)
            }
        }
        for person in persons {
            for index in 0..<6 { try gallery.remove(People.id(1_000 + 6 * Int(person.number) + index)) }
        }
        let fresh = try Gallery.holding(persons, shards: 1)
        let before = gallery.snapshot()
        var steps = 0
        while try gallery.maintain() != .nothing {
            steps += 1
            guard steps % 5 == 1 else { continue }
            try expectEqualAnswers(gallery, fresh)
        }
        #expect(steps > 4)
        try expectEqualAnswers(gallery, fresh)
        // The old snapshot still sees what it saw.
        let probe = People.probe(3)
        let expected = try fresh.search(for: probe, maximumCandidates: 100)
        #expect(try gallery.search(before, for: probe, maximumCandidates: 100).candidates == expected.candidates)
        #expect(before.number == gallery.snapshot().number)
    }

    /// Of a sparse segment nothing stays; what a full one lost comes back.
    @Test func memoryComesBack() throws {
        var random = SeededGenerator(seed: 45)
        let gallery = Gallery(shards: 1, workers: 1, shape: .small)
        let persons = try (0..<400).map { try person($0, &random) }
        for person in persons { try gallery.insert(person) }
        try gallery.settle()
        let full = gallery.footprint
        for person in persons where person.number % 10 != 0 { try gallery.remove(person.person) }
        try gallery.settle()
        let sparse = gallery.footprint
        #expect(sparse.templates * 5 < full.templates)
        #expect(sparse.persons * 4 < full.persons)
        for person in persons where person.number % 10 == 0 { try gallery.remove(person.person) }
        try gallery.settle()
        let segments = gallery.snapshot().shards[0].slots.count
        #expect(segments <= 1)
        #expect(gallery.snapshot().persons == 0)
    }

    /// What a snapshot sees of each position is what its persons have: no row twice, none missing, owners right.
    @Test func blocksShowEachLivePersonOnce() throws {
        var random = SeededGenerator(seed: 46)
        let gallery = Gallery(shards: 1, workers: 1, shape: .small)
        var model: [PersonID: GalleryPerson] = [:]
        for index in 0..<300 {
            let added = try person(index, &random)
            try gallery.insert(added)
            model[added.person] = added
            if index % 3 == 1 {
                try gallery.remove(People.id(index - 1))
                model[try People.id(index - 1)] = nil
            }
            if index % 50 == 49 {
                try gallery.maintain()
                #expect(rows(of: gallery.snapshot()) == Set(model.values.flatMap(Row.all)))
            }
        }
        try gallery.settle()
        #expect(rows(of: gallery.snapshot()) == Set(model.values.flatMap(Row.all)))
    }

    private struct Row: Hashable {
        let person: PersonID
        let number: UInt64
        let ordinal: Int
        let reference: GalleryReference

        static func all(_ person: GalleryPerson) -> [Row] {
            person.references.enumerated().map {
                Row(person: person.person, number: person.number, ordinal: $0, reference: $1)
            }
        }
    }

    private func rows(of snapshot: GallerySnapshot) -> Set<Row> {
        var rows: Set<Row> = []
        for slot in snapshot.shards.flatMap(\.slots) {
            for block in FingerPosition.allCases.flatMap({ slot.blocks(at: $0) }) {
                for row in 0..<block.count where slot.live[block.owner(row)] {
                    let owner = block.owner(row)
                    let reference = GalleryReference(position: block.position, descriptor: block.descriptor(row))
                    let isNew = rows.insert(
                        Row(
                            person: slot.id(of: owner), number: slot.number(of: owner), ordinal: block.ordinal(row),
                            reference: reference)
                    ).inserted
                    #expect(isNew)
                    #expect(slot.rows(of: owner)[block.ordinal(row)] == block.address(row))
                    #expect(slot.positions(of: owner).contains(block.position))
                }
            }
        }
        return rows
    }
}

extension Gallery {
    /// Maintains until there is nothing to do.
    func settle() throws {
        while try maintain() != .nothing {}
    }
}

/// Two galleries of the same persons answer with the same bits.
func expectEqualAnswers(_ one: Gallery, _ other: Gallery) throws {
    for probe in [People.probe(3), People.probe(1_005), People.exchanged(4, [.rightIndex, .leftIndex])] {
        let (found, expected) = try (
            one.search(for: probe, maximumCandidates: 100), other.search(for: probe, maximumCandidates: 100))
        #expect(found.candidates == expected.candidates)
        #expect((found.searched, found.gallery) == (expected.searched, expected.gallery))
        #expect((found.persons, found.threshold) == (expected.persons, expected.threshold))
    }
}
