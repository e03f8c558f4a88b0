import TamgaRegistry

/// Finds a registered person by number: open addressing, four bytes a slot.
struct RegisteredTable: Sendable {
    let persons: [RegisteredPerson]
    private var slots: [UInt32]

    init(_ persons: [RegisteredPerson]) {
        self.persons = persons
        slots = Array(repeating: .max, count: max(1, 2 * persons.count))
        for (index, person) in persons.enumerated() {
            var slot = Self.home(person.number, slots.count)
            while slots[slot] != .max { slot = slot + 1 == slots.count ? 0 : slot + 1 }
            slots[slot] = UInt32(index)
        }
    }

    private static func home(_ number: UInt64, _ count: Int) -> Int {
        Int((number &* 0x9E37_79B9_7F4A_7C15).multipliedFullWidth(by: UInt64(count)).high)
    }

    /// The person of this number; quick where it is one of the next after `hint`, as in a list and a segment that are
    /// both in the order of numbers.
    func index(of number: UInt64, after hint: Int) -> Int? {
        for index in hint..<max(hint, min(hint + Self.near, persons.count)) where persons[index].number == number {
            return index
        }
        return index(of: number)
    }

    private static let near = 24

    private func index(of number: UInt64) -> Int? {
        var slot = Self.home(number, slots.count)
        while slots[slot] != .max {
            if persons[Int(slots[slot])].number == number { return Int(slots[slot]) }
            slot = slot + 1 == slots.count ? 0 : slot + 1
        }
        return nil
    }
}
