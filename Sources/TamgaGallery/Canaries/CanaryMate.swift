import TamgaRegistry

/// Somebody who does not exist, planted beside the persons of a shard so that the shard can be tested by searching for
/// them: no other search sees them, and nobody counts them.
public struct CanaryMate: Sendable {
    let slot: SegmentSlot
    let person: PersonID
    let references: [GalleryReference]

    /// - Parameter references: ``GalleryLimits/referencesPerPerson`` templates.
    /// - Throws: `.outOfRange` for too many templates or minutiae, `.outOfMemory`.
    public init(_ references: [GalleryReference]) throws(GalleryError) {
        guard let name = try? PersonID("canary") else { preconditionFailure("the name is one") }
        let person = GalleryPerson(person: name, number: .max, references: references)
        try person.check()
        let shape = SegmentShape(
            references: references.count, minutiaePerBlock: GalleryLimits.minutiae, rowsPerBlock: 1)
        var slot: SegmentSlot
        do throws(SystemError) { slot = SegmentSlot(id: .max, try .growing(shape)) } catch {
            throw GalleryError(.outOfMemory, field: "segment")
        }
        _ = slot.append(person, shape)
        (self.slot, self.person, self.references) = (slot, name, references)
    }
}

/// What a search for a canary came to.
public struct CanarySighting: Hashable, Sendable {
    /// Whether the canary came first, and reached the threshold.
    public let isFound: Bool
    /// -log10 of the estimated false match rate of all fingers together; 0 where it is not among the candidates.
    public let score: Float
    /// Templates of the shard that were compared against, the canary's among them.
    public let searched: Int
    /// The number of the snapshot.
    public let snapshot: UInt64
}
