import TamgaMatcher

/// Persons, and what S4 says of each finger of theirs that was scanned.
struct Covered: Sendable {
    private(set) var persons: [Finalist] = []
    private var scores: [[Int32?]] = []

    mutating func append(_ more: [Finalist], _ scores: [[Int32?]]) {
        if self.scores.isEmpty { self.scores = scores.map { _ in [] } }
        for (finger, scores) in scores.enumerated() { self.scores[finger] += scores }
        persons += more
    }

    /// How much speaks for each person.
    var values: [Float] {
        var evidence = Evidence(persons: persons.count)
        evidence.add(scores)
        return evidence.values
    }
}

/// What a look may still compare exactly, and who was.
struct ExactBudget: Sendable {
    /// Comparisons left; below 0 where the least number of persons cost more.
    var left: Int
    var compared: Set<PersonKey> = []

    /// Spends what persons cost, from the first on, as far as it goes, but for so many in any case.
    ///
    /// - Returns: for how many.
    mutating func spend(_ costs: some Sequence<Int>, atLeast least: Int) -> Int {
        var count = 0
        for cost in costs {
            guard left >= cost || count < least else { break }
            left -= cost
            count += 1
        }
        return count
    }
}

/// Stage 2, second step: S4, by which alone it is decided who is compared exactly: it knows what S1 and S3 go by.
extension SearchPlan {
    func cover(_ persons: [Finalist], _ look: Look, into covered: inout Covered) async {
        // Of the fingers of the look only those that were scanned have rows.
        let rows = (0..<(persons.first?.rows.count ?? 0)).map { finger in persons.map { $0.rows[finger] } }
        covered.append(persons, await stage(Matcher.overlay, rows, look) { effort.add(overlays: $0) })
    }

    /// The best persons of whom none was compared yet, as many as the widths and the budget allow.
    func finalists(_ covered: Covered, _ look: Look, _ budget: inout ExactBudget) -> [Finalist] {
        let (persons, values) = (covered.persons, covered.values)
        let ranked = persons.indices.filter { !budget.compared.contains(persons[$0].key) }.sorted { one, other in
            values[one] != values[other]
                ? values[one] > values[other] : number(persons[one].key) < number(persons[other].key)
        }.prefix(widths(look).finalists)
        let costs = ranked.lazy.map { comparisons(with: persons[$0].key, look) }
        let paid = budget.spend(costs, atLeast: parameters.leastExactPersons)
        let chosen = ranked.prefix(paid).map { persons[$0] }
        budget.compared.formUnion(chosen.map(\.key))
        return chosen
    }
}
