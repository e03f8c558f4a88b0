public import TamgaRegistry

/// A person as the store knows them: the truth that segment files are held against.
public struct RegisteredPerson: Hashable, Sendable {
    /// The number of the change that enrolled the person; no two alike, never used again.
    public let number: UInt64
    public let person: PersonID

    /// A person and the number of the change that enrolled them.
    public init(number: UInt64, person: PersonID) {
        (self.number, self.person) = (number, person)
    }
}

/// A segment file that was not used.
public struct RefusedSegmentFile: Hashable, Sendable {
    public let name: String
    public let reason: SegmentFileRefusal
}

/// A gallery as its files gave it.
public struct GalleryOpening: Sendable {
    public let gallery: Gallery
    /// Registered persons that no file holds, in the order given: to be inserted from the store.
    public let missing: [RegisteredPerson]
    /// Files treated as if they were not there; maintenance removes them.
    public let refused: [RefusedSegmentFile]
    /// Files in use.
    public let files: Int
    /// The highest number of all who are or were in these files, the gone included; nil where there are none. A store
    /// whose changes end below it is older than the files.
    public let highestNumber: UInt64?
}
