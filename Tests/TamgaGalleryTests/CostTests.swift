import TamgaGallery
import TamgaMatcher
import TamgaRegistry
import TamgaTemplates
import Testing

/// What one search may cost is bounded, whatever a station sends.
@Suite struct CostTests {
    private func gallery(persons: Int) throws -> Gallery {
        let gallery = Gallery(shards: 2, workers: 2)
        for number in 1...persons {
            let person = try PersonID("p\(number)")
            let references = [FingerPosition.rightIndex, .leftIndex].map {
                GalleryReference(position: $0, descriptor: Self.finger)
            }
            try gallery.insert(GalleryPerson(person: person, number: UInt64(number), references: references))
        }
        return gallery
    }

    /// Everybody has the same finger: everybody who is compared exactly is a candidate, the first enrolled first.
    private static let finger = FingerDescriptor(
        xs: (0..<12).map { Int16($0 * 23) }, ys: (0..<12).map { Int16($0 * $0 * 3) },
        angles: (0..<12).map { UInt8($0 * 20) }, signatures: (0..<24).map { UInt64($0) &* 0x9E37_79B9_7F4A_7C15 })

    @Test(arguments: [
        (1, 8, 4), (2, 8, 2), (1, 1, 1), (4, 8, 1),
    ])
    func manyViewsAreComparedWithFewerPersons(views: Int, budget: Int, persons: Int) throws {
        var parameters = SearchParameters()
        (parameters.exactComparisons, parameters.leastExactPersons) = (StageWidth(least: budget, perMillion: 0), 1)
        parameters.floor = 0
        // An unknown finger is compared with both fingers of each person: two comparisons a view.
        let probe = ProbeFinger(position: .unknown, views: Array(repeating: Self.finger, count: views))
        let found = try gallery(persons: 10).search(for: [probe], maximumCandidates: 100, parameters: parameters)
        #expect(found.candidates.map(\.person.text) == (1...persons).map { "p\($0)" }.sorted())
        #expect(found.searched == 20)
    }

    @Test func someAreComparedHoweverDear() throws {
        var parameters = SearchParameters()
        (parameters.exactComparisons, parameters.leastExactPersons) = (StageWidth(least: 0, perMillion: 0), 3)
        parameters.floor = 0
        let probe = ProbeFinger(position: .rightIndex, views: [Self.finger])
        let found = try gallery(persons: 10).search(for: [probe], maximumCandidates: 100, parameters: parameters)
        #expect(found.candidates.count == 3)
    }
}
