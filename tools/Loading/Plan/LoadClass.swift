/// What a request is for; each class has figures of its own.
package enum LoadClass: String, CaseIterable, Sendable, Hashable, Comparable {
    /// Who is this at the border: a search with 1 to 4 fingers.
    case border
    /// A person not seen before, ten fingers.
    case enrolment
    /// Is this person registered twice: a search with ten fingers.
    case bulk
    /// Is this the person it is said to be: 1:1.
    case verification
    /// As ``bulk``, by workers that send the next as soon as they are answered.
    case flatOut = "bulk-flat-out"

    /// The classes that arrive at a rate of their own; the others answer to the server's pace.
    package static let arriving: [LoadClass] = [.border, .enrolment, .bulk, .verification]

    private var place: Int { Self.allCases.firstIndex(of: self) ?? 0 }

    package static func < (one: LoadClass, other: LoadClass) -> Bool { one.place < other.place }
}
