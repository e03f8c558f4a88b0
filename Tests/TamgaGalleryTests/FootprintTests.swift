import TamgaGallery
import TamgaMatcher
import TamgaRegistry
import TamgaTemplates
import TamgaTestSupport
import Testing

/// A finger of 40 minutiae costs 900 bytes at most, everything included: names of 16 bytes too.
@Suite struct FootprintTests {
    @Test(arguments: [1, 10]) func aFingerTakesNineHundredBytes(fingers: Int) throws {
        let gallery = Gallery(shards: 2, workers: 1)
        var random = SeededGenerator(seed: 50)
        let finger = noise(40, &random)
        let positions = FingerPosition.fingers.prefix(fingers)
        let references = positions.map { GalleryReference(position: $0, descriptor: finger) }
        let count = 100_000 / fingers
        var batch: [GalleryPerson] = []
        for index in 0..<count {
            let person = try PersonID("person-\(100_000_000 + index)")
            batch.append(GalleryPerson(person: person, number: UInt64(index), references: references))
            if batch.count == 1_000 {
                try gallery.insert(batch)
                batch = []
            }
        }
        try gallery.insert(batch)
        try gallery.settle()
        let footprint = gallery.footprint
        #expect(footprint.templates >= 850 * fingers * count)
        #expect(footprint.persons >= 36 * count)
        #expect(footprint.index >= 8 * count)
        #expect(footprint.total <= 900 * fingers * count, "\(footprint)")
    }

    /// What is counted is what the system gave: pages that nobody touched are not there.
    @Test func anEmptyGalleryTakesNextToNothing() throws {
        #expect(Gallery(shards: 1_024).footprint.total == 0)
        let gallery = Gallery(shards: 1_024)
        var random = SeededGenerator(seed: 51)
        try gallery.insert(
            GalleryPerson(
                person: try People.id(1), number: 1,
                references: [GalleryReference(position: .rightIndex, descriptor: noise(40, &random))]))
        #expect(gallery.footprint.total < 80_000, "\(gallery.footprint)")
    }
}
