import Synchronization
import TamgaMatcher
public import TamgaRegistry
import TamgaTemplates

/// Bytes a gallery takes, by kind. Memory that old snapshots alone keep is not counted.
public struct Footprint: Hashable, Sendable {
    /// Templates: signatures, places, directions, ends, owners, ordinals.
    public internal(set) var templates = 0
    /// Persons: numbers, identifiers, addresses of their templates, marks of those who are gone.
    public internal(set) var persons = 0
    /// The table that finds a person by identifier.
    public internal(set) var index = 0
    /// Pages of open segments that were touched, beyond what lies in them.
    public internal(set) var slack = 0
    /// Bytes for which the system was asked for huge pages.
    public internal(set) var hugePages = 0

    /// All of it.
    public var total: Int { templates + persons + index + slack }
}

extension Footprint {
    /// What a person with these templates may take, whole pages of an open segment not counted.
    public static func bytes(of references: [GalleryReference], _ person: PersonID) -> Int {
        let templates = references.reduce(0) { $0 + 21 * $1.descriptor.count + 14 }
        return templates + 16 + person.text.utf8.count + bytesOfIndex
    }

    /// Bytes of the index for a person: two slots, since half of them are free at worst.
    private static let bytesOfIndex = 16
}

extension Gallery {
    /// What the newest state takes. Complexity: O(segments).
    public var footprint: Footprint {
        let (shards, index) = state.withLock { state in
            (state.snapshot.shards, state.places.reduce(0) { $0 + $1.byteCount })
        }
        var footprint = Footprint()
        footprint.index = index
        for slot in shards.lazy.flatMap(\.slots) { slot.add(to: &footprint) }
        return footprint
    }
}

extension SegmentSlot {
    func add(to footprint: inout Footprint) {
        let layout = segment.layout
        let isGrown = segment.kind == .grown
        var used = 0
        var touched = 0
        func count(_ bytes: Int) -> Int {
            used += bytes
            // A part of its own ends within a page; of exact segments, parts lie side by side.
            touched += isGrown ? (bytes + 4_095) & ~4_095 : BlockShape.aligned(bytes)
            return bytes
        }
        footprint.persons += count(8 * extent.persons) + count(4 * extent.persons) + count(4 * extent.persons)
        footprint.persons += count(4 * extent.references) + count(extent.idBytes) + live.byteCount
        footprint.persons += count(16 * extent.blocks) + count(4 * extent.blocks)
        footprint.persons += count(2 * (isGrown ? extent.blocks : layout.directoryEntries))
        for position in FingerPosition.allCases {
            for block in blocks(at: position) {
                footprint.templates += count(16 * block.minutiae) + count(4 * block.minutiae)
                footprint.templates += count(block.minutiae) + count(2 * block.count)
                footprint.templates += count(4 * block.count) + count(4 * block.count)
            }
        }
        footprint.slack += touched - used
        footprint.persons += MemoryLayout<SegmentSlot>.stride
        if segment.region.asksForHugePages { footprint.hugePages += segment.region.byteCount }
    }
}
