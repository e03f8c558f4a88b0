import TamgaGallery
import TamgaRegistry
import TamgaTestSupport
import Testing

@Suite struct PersonIndexTests {
    /// Names in a small space, so that tags and homes collide, come, go and move, against a dictionary.
    @Test func randomChangesAgreeWithADictionary() throws {
        var random = SeededGenerator(seed: 60)
        var index = PersonIndex()
        var model: [PersonID: PersonPlace] = [:]
        var names: [PersonPlace: PersonID] = [:]
        for round in 0..<40_000 {
            let id = try PersonID("n\(Int.random(in: 0..<4_000, using: &random))")
            let hash = PersonHash(id)
            let found = index.find(hash) { names[$0] == id }
            #expect(found == model[id])
            let place = PersonPlace(segment: UInt32(round), index: UInt32(round % 16_384))
            switch (found, Int.random(in: 0..<3, using: &random)) {
            case (nil, _):
                index.insert(hash, place)
                (model[id], names[place]) = (place, id)
            case (let old?, 0):
                index.move(hash, from: old, to: place)
                (model[id], names[place], names[old]) = (place, id, nil)
            case (let old?, _):
                index.remove(hash, old)
                (model[id], names[old]) = (nil, nil)
            }
        }
        #expect(index.count == model.count && model.count > 100)
        for number in 0..<4_000 {
            let id = try PersonID("n\(number)")
            #expect(index.find(PersonHash(id)) { names[$0] == id } == model[id])
        }
    }

    @Test func theLastPlaceOfAllFits() throws {
        let last = PersonPlace(
            segment: UInt32(PersonPlace.segments - 1), index: UInt32(PersonPlace.personsPerSegment - 1))
        let hash = PersonHash(try PersonID("x"))
        var index = PersonIndex()
        index.insert(hash, last)
        #expect(index.find(hash) { $0 == last } == last)
        #expect(index.find(hash) { _ in false } == nil)
    }

    @Test func aSlotTakesEightBytesAndMostAreUsed() throws {
        var index = PersonIndex()
        for number in 0..<200_000 {
            index.insert(
                PersonHash(try PersonID("person-\(number)")),
                PersonPlace(segment: UInt32(number / 16_384), index: UInt32(number % 16_384)))
        }
        #expect(index.count == 200_000)
        #expect(index.byteCount < 200_000 * 12 && index.byteCount > 200_000 * 9)
    }
}
