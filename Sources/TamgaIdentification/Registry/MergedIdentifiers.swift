import TamgaRegistry

/// What a person is known by after a merge.
struct MergedIdentifiers {
    let all: [Identifier]

    /// - Throws: `.limitExceeded` where that is more than one person may have: nobody can be looked up whose answer has
    ///   no room.
    init(_ gone: PersonID, into staying: PersonID, _ book: RegistryBook) throws(IdentificationError) {
        let known = book.identifiers(of: staying)
        all = known + book.identifiers(of: gone).filter { !known.contains($0) }
        let limit = RegistryLimits.identifiersPerPerson
        guard all.count <= limit else {
            throw IdentificationError(
                .limitExceeded, field: "other", "together they have \(all.count) identifiers", limit: "\(limit)")
        }
        guard all.count(where: { $0.kind == .iin }) <= 1 else {
            throw IdentificationError(
                .limitExceeded, field: "other", "each of them has an IIN: unlink the one that is not the person's",
                limit: "one IIN")
        }
    }

    /// Names, linked once more. All facts of the two are one history from now on, and of a name that both had and one
    /// was freed of, the freeing may be the last word of it: after a restart it would be nobody's. What only one person
    /// can have needs no such care, since one had to be freed of it before the other could have it.
    var facts: [Fact] {
        all.filter { !$0.isUnique }.map { .linked(IdentifierChange(identifier: $0, reason: "merge")) }
    }
}
