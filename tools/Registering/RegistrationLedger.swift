import TamgaWire

/// What the stations were told, and whether it can be true.
struct RegistrationLedger: Sendable {
    /// What one station was told of one person.
    struct Told: Sendable {
        let station: Int
        let person: Int
        let answer: Assessment
    }

    private(set) var told: [Told] = []

    mutating func add(_ person: Int, at station: Int, _ answer: Assessment) {
        told.append(Told(station: station, person: person, answer: answer))
    }

    mutating func add(_ other: RegistrationLedger) { told += other.told }

    /// What is wrong, in words; empty where everybody was registered exactly once and everybody else was told of it.
    func findings(persons: Int, stations: Int) -> [String] {
        var findings: [String] = []
        if told.count != persons * stations { findings.append("\(told.count) answers, expected \(persons * stations)") }
        var numbers: Set<String> = []
        for person in 0..<persons {
            let answers = told.filter { $0.person == person }
            let registered = answers.filter { $0.answer.outcome == "registered" }
            if registered.count != 1 {
                let others = answers.map { "\($0.answer.outcome) \($0.answer.verdict)" }
                findings.append("person \(person) was registered \(registered.count) times: \(Set(others).sorted())")
            }
            let known = Set(answers.compactMap(\.answer.person))
            if known.count != 1 || answers.contains(where: { $0.answer.person == nil }) {
                findings.append("of person \(person) stations were told \(known.count) numbers")
            }
            numbers.formUnion(known)
        }
        if numbers.count != persons { findings.append("\(numbers.count) numbers for \(persons) persons") }
        return findings
    }

    func count(_ outcome: WireToken) -> Int { told.count { $0.answer.outcome == outcome } }
    var replays: Int { told.count { $0.answer.isReplay } }

    func verdicts() -> String {
        let counts = Dictionary(grouping: told, by: \.answer.verdict.text).mapValues(\.count)
        return counts.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(separator: ", ")
    }
}
