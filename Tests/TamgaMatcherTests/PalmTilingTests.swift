import TamgaMatcher
import TamgaTemplates
import TamgaTestSupport
import Testing

@Suite struct PalmTilingTests {
    /// Minutiae anywhere on a palm of 1,600 pixels, in canonical order as a descriptor has them.
    private static func palm(_ seed: UInt64, minutiae count: Int) -> FingerTemplate {
        var random = SeededGenerator(seed: seed)
        let minutiae = (0..<count).map { _ in
            Minutia(
                x: .random(in: 0..<1_600, using: &random), y: .random(in: 0..<1_600, using: &random),
                angle: .random(in: 0...255, using: &random), kind: .ending,
                quality: .random(in: 1...100, using: &random))
        }
        return FingerTemplate(position: .unknown, width: 1_600, height: 1_600, minutiae: minutiae)
    }

    @Test func howManyTiles() {
        let counts = [0, 1, 64, 65, 88, 89, 255, 424, 10_000].map(PalmTiling.count)
        #expect(counts == [1, 1, 1, 2, 2, 3, 9, 16, 16])
    }

    @Test(arguments: [65, 100, 255, 600]) func tilesAreFullAndCoverThePalm(count: Int) {
        let placed = PlacedMinutia.all(from: Self.palm(3, minutiae: count))
        let tiles = PalmTiling.tiles(of: placed)
        #expect(tiles.count == PalmTiling.count(of: count))
        #expect(tiles.allSatisfy { $0.count == 64 && Set($0).count == 64 && $0 == $0.sorted() })
        #expect(Set(tiles).count == tiles.count)
        let covered = Set(tiles.joined())
        #expect(covered.isSubset(of: placed.indices))
        #expect(covered.count * 100 >= placed.count * 97, "\(covered.count) of \(placed.count) are in a tile")
    }

    @Test func placesThatAreAllTheSameMakeTilesToo() {
        let one = PlacedMinutia(x: 7, y: 7, angle: 3)
        let tiles = PalmTiling.tiles(of: Array(repeating: one, count: 200))
        #expect(tiles.allSatisfy { $0 == Array(0..<64) } && tiles.count == PalmTiling.count(of: 200))
    }

    @Test func theOrderInTheRecordDoesNotMatter() {
        var palm = Self.palm(4, minutiae: 200)
        let views = FingerDescriptor.views(of: palm, at: .leftPalm)
        palm.minutiae.reverse()
        #expect(FingerDescriptor.views(of: palm, at: .leftPalm) == views && views.count > 4)
        #expect(views.allSatisfy { $0.count == 64 && $0.angles == $0.angles.sorted() })
    }

    @Test func fingersAndSmallPalmsAreOneView() {
        let many = Self.palm(5, minutiae: 200)
        #expect(FingerDescriptor.views(of: many, at: .rightIndex) == [FingerDescriptor(many)])
        #expect(FingerDescriptor.views(of: many, at: .unknown) == [FingerDescriptor(many)])
        let few = Self.palm(6, minutiae: 64)
        #expect(FingerDescriptor.views(of: few, at: .rightPalm) == [FingerDescriptor(few)])
    }

    /// What a minutia's neighbourhood looks like is taken from the whole palm: the same in every tile.
    @Test func signaturesAreThoseOfTheWholePalm() {
        var signatures: [UInt32: Set<[UInt64]>] = [:]
        for view in FingerDescriptor.views(of: Self.palm(7, minutiae: 255), at: .rightPalm) {
            for index in 0..<view.count {
                signatures[view.places[index], default: []].insert(Array(view.signatures[2 * index..<2 * index + 2]))
            }
        }
        #expect(signatures.count > 200 && signatures.values.allSatisfy { $0.count == 1 })
    }

    /// Places reach beyond those of any finger: the matcher's numbers hold there.
    @Test func aTileMatchesFarFromTheCorner() {
        let finger = Fingers.random(8, minutiae: 50)
        var far = finger
        for index in far.minutiae.indices {
            far.minutiae[index].x += 12_000
            far.minutiae[index].y += 15_000
        }
        let near = Matcher.compare(FingerDescriptor(finger), FingerDescriptor(finger))
        let moved = Matcher.compare(FingerDescriptor(finger), FingerDescriptor(far))
        #expect(abs(near - moved) < 0.1, "\(near) \(moved)")
    }
}
