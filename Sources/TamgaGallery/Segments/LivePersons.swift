/// Which persons of a segment have not been removed: one bit each.
struct LivePersons: Hashable, Sendable {
    private var words = SIMD4<UInt64>.zero

    /// Persons a segment can have.
    static let capacity = 256

    subscript(person: Int) -> Bool {
        get { words[person >> 6] >> UInt64(person & 63) & 1 == 1 }
        set {
            let bit: UInt64 = 1 << UInt64(person & 63)
            if newValue { words[person >> 6] |= bit } else { words[person >> 6] &= ~bit }
        }
    }
}
