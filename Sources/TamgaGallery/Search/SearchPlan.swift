import TamgaMatcher
import TamgaRegistry
import TamgaTemplates

/// One look at a snapshot within one rotation: three stages, each dearer and for fewer.
struct SearchPlan: Sendable {
    let probe: PreparedProbe
    let shards: [ShardState]
    /// The segments of all shards; an index into it stands for a segment.
    let slots: [SegmentSlot]
    let persons: Int
    /// Persons who have a template that a finger of the probe may equal.
    let comparable: Int
    let workers: Int
    let parameters: SearchParameters

    init(_ probe: PreparedProbe, in snapshot: GallerySnapshot, workers: Int, parameters: SearchParameters) {
        self.probe = probe
        shards = snapshot.shards
        slots = snapshot.shards.flatMap(\.slots)
        persons = snapshot.persons
        let asked = probe.asked
        comparable = slots.reduce(0) { $0 + $1.persons(with: asked) }
        self.workers = workers
        self.parameters = parameters
    }

    /// Everybody above the floor, best first, and the templates compared against.
    func run(within rotation: Rotation) -> (candidates: [Candidate], searched: Int) {
        let scanned = scan(within: rotation)
        let finalists = preselect(scanned.survivors, within: rotation)
        return (compare(finalists, within: rotation), scanned.searched)
    }

    /// A share in thousandths of a number, rounded up, but never below the least.
    static func width(least: Int, perThousand: Int, of count: Int) -> Int {
        max(least, (count * perThousand + 999) / 1_000)
    }
}

/// A person of the snapshot: the segment, among all of it, and the index there.
struct PersonKey: Hashable, Sendable {
    let segment: UInt32
    let owner: UInt16
}
