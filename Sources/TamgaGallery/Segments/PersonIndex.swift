package import TamgaRegistry

/// Where a person of a shard lies: the segment's number and the person's index there.
package struct PersonPlace: Hashable, Sendable {
    package let segment: UInt32
    package let index: UInt32

    package init(segment: UInt32, index: UInt32) {
        (self.segment, self.index) = (segment, index)
    }

    /// Persons of a segment that a place can tell apart.
    package static let personsPerSegment = 1 << 14
    /// Segments of a shard, from its first on, that a place can tell apart.
    package static let segments = (1 << 22) - 1
}

/// Hashes of a person's identifier: FNV-1a of its bytes, the same in every process.
package struct PersonHash: Hashable, Sendable {
    private let hash: UInt64

    package init(_ id: PersonID) { self.init(bytes: id.text.utf8) }

    @inline(__always)
    init(bytes: some Sequence<UInt8>) {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
        self.hash = hash
    }

    /// In which of so many shards the person lies. The low bits of FNV-1a depend on the low bits of the bytes only:
    /// the high half is folded in.
    func shard(of count: Int) -> Int { Int((hash ^ hash >> 32) % UInt64(count)) }

    /// 28 bits that the shard does not depend on. Source of the mixing: MurmurHash3's finaliser for 64 bits.
    var tag: UInt32 {
        var mixed = hash
        mixed = (mixed ^ mixed >> 33) &* 0xff51_afd7_ed55_8ccd
        mixed = (mixed ^ mixed >> 33) &* 0xc4ce_b9fe_1a85_ec53
        return UInt32(truncatingIfNeeded: (mixed ^ mixed >> 33) >> 36)
    }
}

/// The places of a shard's persons, found by the hash of the identifier: eight bytes a slot, no names.
///
/// Open addressing with linear probing, in parts that grow each on its own by a quarter, so that no change waits for
/// all of a large index to be moved. A slot is tag (28 bits), segment (22, one more than its
/// number) and person (14); 0 is free.
package struct PersonIndex: Sendable {
    static let parts = 64
    private var slots = [[UInt64]](repeating: [], count: parts)
    private var counts = [UInt32](repeating: 0, count: parts)

    package init() {}

    /// Persons in the index.
    package var count: Int { counts.reduce(0) { $0 + Int($1) } }
    /// Bytes of all slots, free ones included.
    package var byteCount: Int { slots.reduce(0) { $0 + 8 * $1.count } }

    /// The place of the person with this hash of whom `isMeant` says so.
    package func find(_ hash: PersonHash, where isMeant: (PersonPlace) -> Bool) -> PersonPlace? {
        let tag = hash.tag
        let part = slots[Int(tag) % Self.parts]
        guard !part.isEmpty else { return nil }
        var index = Self.home(tag, part.count)
        while part[index] != 0 {
            if Self.tag(part[index]) == tag, isMeant(Self.place(part[index])) { return Self.place(part[index]) }
            index = index + 1 == part.count ? 0 : index + 1
        }
        return nil
    }

    /// Enters a person who is not there. Complexity: O(1), once in a while O(persons / 64).
    package mutating func insert(_ hash: PersonHash, _ place: PersonPlace) {
        let tag = hash.tag
        let part = Int(tag) % Self.parts
        if 20 * (Int(counts[part]) + 1) > 17 * slots[part].count { grow(part) }
        Self.enter(Self.slot(tag, place), &slots[part])
        counts[part] += 1
    }

    /// Notes that a person moved.
    package mutating func move(_ hash: PersonHash, from old: PersonPlace, to new: PersonPlace) {
        guard let (part, index) = position(hash.tag, old) else { return }
        slots[part][index] = Self.slot(hash.tag, new)
    }

    /// Takes a person out; those who probed past the slot move up.
    package mutating func remove(_ hash: PersonHash, _ place: PersonPlace) {
        guard let (part, start) = position(hash.tag, place) else { return }
        let capacity = slots[part].count
        var hole = start
        var index = start
        while true {
            index = index + 1 == capacity ? 0 : index + 1
            let slot = slots[part][index]
            guard slot != 0 else { break }
            let home = Self.home(Self.tag(slot), capacity)
            // The slot may move up unless its home lies behind the hole, going round.
            let distance = index >= home ? index - home : index + capacity - home
            let gap = index >= hole ? index - hole : index + capacity - hole
            if distance >= gap {
                slots[part][hole] = slot
                hole = index
            }
        }
        slots[part][hole] = 0
        counts[part] -= 1
    }

    private func position(_ tag: UInt32, _ place: PersonPlace) -> (part: Int, index: Int)? {
        let part = Int(tag) % Self.parts
        let capacity = slots[part].count
        guard capacity > 0 else { return nil }
        let wanted = Self.slot(tag, place)
        var index = Self.home(tag, capacity)
        while slots[part][index] != wanted {
            if slots[part][index] == 0 { return nil }
            index = index + 1 == capacity ? 0 : index + 1
        }
        return (part, index)
    }

    /// Room for so many persons in all, of an index without any.
    mutating func reserve(_ persons: Int) {
        guard count == 0, persons > Self.parts * 64 else { return }
        // A part has its share and what chance adds to it; few grow once more.
        let share = persons / Self.parts
        for part in slots.indices { slots[part] = Array(repeating: 0, count: share * 5 / 4) }
    }

    /// At most 85 per cent are in use, and at least 68 once there are many.
    private mutating func grow(_ part: Int) {
        var larger = [UInt64](repeating: 0, count: max(8, slots[part].count * 5 / 4 + 1))
        for slot in slots[part] where slot != 0 { Self.enter(slot, &larger) }
        slots[part] = larger
    }

    private static func enter(_ slot: UInt64, _ part: inout [UInt64]) {
        var index = home(tag(slot), part.count)
        while part[index] != 0 { index = index + 1 == part.count ? 0 : index + 1 }
        part[index] = slot
    }

    /// The tag's bits that did not choose the part, spread over the part.
    private static func home(_ tag: UInt32, _ capacity: Int) -> Int {
        Int((UInt64(tag) / UInt64(parts) * UInt64(capacity)) >> 22)
    }

    
    private static func slot(_ tag: UInt32, _ place: PersonPlace) -> UInt64 {
        UInt64(tag) << 36 | UInt64(place.segment + 1) << 14 | UInt64(place.index)
    }

    private static func tag(_ slot: UInt64) -> UInt32 { UInt32(slot >> 36) }

    private static func place(_ slot: UInt64) -> PersonPlace {
        PersonPlace(segment: UInt32(slot >> 14 & 0x3F_FFFF) - 1, index: UInt32(slot & 0x3FFF))
    }
}
