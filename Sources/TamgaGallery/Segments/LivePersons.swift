/// Which persons of a segment have not been removed: one bit each. Those nobody said anything of are alive, so that
/// a segment that grows need not tell.
package struct LivePersons: Hashable, Sendable {
    private var dead: [UInt64] = []

    package init() {}

    @inline(__always)
    package subscript(person: Int) -> Bool {
        let word = person >> 6
        return word >= dead.count || dead[word] >> UInt64(person & 63) & 1 == 0
    }

    /// Whether nobody was removed: then nobody need be asked after.
    package var isEveryone: Bool { dead.isEmpty }

    var byteCount: Int { 8 * dead.count }

    mutating func remove(_ person: Int) {
        let word = person >> 6
        if word >= dead.count { dead += Array(repeating: 0, count: word + 1 - dead.count) }
        dead[word] |= 1 << UInt64(person & 63)
    }
}
