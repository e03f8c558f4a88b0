import TamgaMatcher
import TamgaRegistry
import TamgaTemplates

/// A probe and a snapshot: which looks there are, and what each of them finds, in three stages, each dearer and for
/// fewer.
struct SearchPlan: Sendable {
    let probe: PreparedProbe
    let shards: [ShardState]
    /// The segments of all shards; an index into it stands for a segment.
    let slots: [SegmentSlot]
    let persons: Int
    let workers: Int
    let parameters: SearchParameters

    init(_ probe: PreparedProbe, in snapshot: GallerySnapshot, workers: Int, parameters: SearchParameters) {
        self.probe = probe
        shards = snapshot.shards
        slots = snapshot.shards.flatMap(\.slots)
        persons = snapshot.persons
        self.workers = workers
        self.parameters = parameters
    }

    /// Everybody above the floor, best first.
    func run(_ look: Look) -> Sighting {
        let finalists = preselect(scan(look), look)
        return Sighting(look: look, candidates: compare(finalists, look))
    }

    /// Persons who have a template that a finger of the look may equal.
    func comparable(_ look: Look) -> Int {
        let asked = look.scanned.asked
        return shards.reduce(0) { $0 + $1.persons(with: asked) }
    }

    /// Templates that any of the looks compared against.
    func templates(of looks: [Look]) -> Int {
        var asked = PositionSet([])
        for look in looks { asked.formUnion(look.scanned.asked) }
        return shards.reduce(0) { $0 + $1.references(at: asked) }
    }

    /// A share in thousandths of a number, rounded up, but never below the least.
    static func width(least: Int, perThousand: Int, of count: Int) -> Int {
        max(least, (count * perThousand + 999) / 1_000)
    }
}

/// A person of the snapshot: the segment, among all of it, and the index there.
struct PersonKey: Hashable, Sendable {
    let segment: UInt32
    let owner: UInt32
}
