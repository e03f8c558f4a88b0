import TamgaTemplates

/// What speaks for each of some persons, over the fingers compared so far.
struct Evidence: Sendable {
    /// Sum of the standard scores, and how many these were.
    private(set) var sums: [Float] = []
    private(set) var counts: [UInt8] = []

    init() {}

    /// Of so many persons, of whom nothing is known.
    init(persons: Int) {
        sums = Array(repeating: 0, count: persons)
        counts = Array(repeating: 0, count: persons)
    }

    mutating func appendPerson() {
        sums.append(0)
        counts.append(0)
    }

    /// Scores that are enough to tell how a finger's are spread.
    static let leastScores = 256

    /// Takes in several fingers: of each the persons' scores, nil where there was nothing to compare. The scores of all
    /// fingers stand in where those of one are too few to tell how they are spread.
    mutating func add(_ fingers: [[Int32?]]) {
        let moments = fingers.map(ScoreMoments.init)
        var all = ScoreMoments()
        for each in moments { all.add(each) }
        for (scores, own) in zip(fingers, moments) { add(scores, own.count < Self.leastScores ? all : own) }
    }

    /// - Parameter moments: those of all scores of the finger, of persons who are not among these too.
    mutating func add(_ scores: [Int32?], _ moments: ScoreMoments) {
        for (person, score) in scores.enumerated() {
            guard let score else { continue }
            sums[person] += moments.standard(score)
            counts[person] += 1
        }
    }

    /// How much speaks for each, whatever number of fingers could be compared: the sum of n independent standard
    /// scores spreads by the root of n (Stouffer et al., The American Soldier, 1949).
    var values: [Float] {
        sums.indices.map { counts[$0] == 0 ? 0 : sums[$0] / Float(counts[$0]).squareRoot() }
    }

    /// Only these go on; indices ascending.
    mutating func keep(_ chosen: [Int]) {
        sums = chosen.map { sums[$0] }
        counts = chosen.map { counts[$0] }
    }
}

/// Persons still in question after the first stage of some fingers of a look.
struct Tallies: Sendable {
    private(set) var persons: [PersonKey] = []
    private(set) var evidence = Evidence()
    /// For each finger scanned so far, the person's template most like it.
    private(set) var rows: [[RowKey?]] = []

    var count: Int { persons.count }

    /// Persons nothing has been compared of yet: they have no template of the fingers scanned so far.
    var unseen: [Int] { evidence.counts.indices.filter { evidence.counts[$0] == 0 } }

    mutating func append(_ person: PersonKey) {
        persons.append(person)
        evidence.appendPerson()
        for finger in rows.indices { rows[finger].append(nil) }
    }

    /// Takes in a finger: for each person the row most like it; nil where there was none to compare.
    mutating func add(_ found: [ScoredRow?], _ moments: ScoreMoments) {
        evidence.add(found.map { $0?.score }, moments)
        rows.append(found.map { $0?.key })
    }

    /// A person with what was found of each finger.
    func finalist(_ person: Int) -> Finalist {
        Finalist(key: persons[person], rows: rows.map { $0[person] })
    }

    /// Everybody but these.
    func finalists(without known: [PersonKey]) -> [Finalist] {
        let isKnown = Set(known)
        return persons.indices.filter { !isKnown.contains(persons[$0]) }.map(finalist)
    }

    /// Only these go on; indices ascending.
    mutating func keep(_ chosen: [Int]) {
        persons = chosen.map { persons[$0] }
        evidence.keep(chosen)
        for finger in rows.indices { rows[finger] = chosen.map { rows[finger][$0] } }
    }
}
