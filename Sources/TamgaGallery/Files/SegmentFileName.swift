/// Which segment of which shard a file holds.
struct SegmentFileName: Hashable, Sendable {
    let shard: Int
    let id: UInt32

    static let ending = ".segment"
    /// Of files that were not finished.
    static let partEnding = ".part"

    init(shard: Int, id: UInt32) { (self.shard, self.id) = (shard, id) }

    /// Nil for names of other files.
    init?(_ text: String) {
        guard text.hasSuffix(Self.ending) else { return nil }
        let numbers = text.dropLast(Self.ending.count).split(separator: "-", omittingEmptySubsequences: false)
        guard numbers.count == 2, let shard = Int(numbers[0]), let id = UInt32(numbers[1]), shard >= 0,
            id < PersonPlace.segments,
            SegmentFileName(shard: shard, id: id).text == text
        else { return nil }
        self.init(shard: shard, id: id)
    }

    /// For example `3-17.segment`.
    var text: String { "\(shard)-\(id)\(Self.ending)" }
}
