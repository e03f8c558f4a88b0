public import TamgaMatcher
public import TamgaRegistry
public import TamgaTemplates

/// A template of a person, ready to be compared.
public struct GalleryReference: Hashable, Sendable {
    public let position: FingerPosition
    /// At most ``GalleryLimits/minutiae`` minutiae.
    public let descriptor: FingerDescriptor

    /// A template of at most ``GalleryLimits/minutiae`` minutiae; the gallery checks.
    public init(position: FingerPosition, descriptor: FingerDescriptor) {
        self.position = position
        self.descriptor = descriptor
    }
}

/// A person as the gallery takes and gives them.
public struct GalleryPerson: Hashable, Sendable {
    public let person: PersonID
    /// The number of the change that enrolled the person, no two alike: orders what is otherwise equal.
    public let number: UInt64
    /// In the order of enrolment, ``GalleryLimits/referencesPerPerson`` of them.
    public let references: [GalleryReference]

    /// A person of ``GalleryLimits/referencesPerPerson`` templates; the gallery checks.
    public init(person: PersonID, number: UInt64, references: [GalleryReference]) {
        self.person = person
        self.number = number
        self.references = references
    }

    func check() throws(GalleryError) {
        try GalleryError.check(references.count, "references", within: GalleryLimits.referencesPerPerson)
        for reference in references {
            try GalleryError.check(reference.descriptor.count, "minutiae", within: 0...GalleryLimits.minutiae)
        }
    }
}
