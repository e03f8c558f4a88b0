import TamgaGallery
import TamgaMatcher
import TamgaRegistry
import TamgaTemplates

/// Every probe searched twice: among everybody, and among everybody but its own person (an open set).
///
/// The gallery is one, of all sets together and the distractors. A probe is an impression of another number than
/// the enrolled one, of so many fingers of a person: every subset of the person's fingers, at most
/// 45 of them (10 of more than two fingers), evenly spread.
package struct Identification: Sendable {
    /// Rates of the probes of one database, or of all.
    package struct Part: Sendable {
        package var name: String
        package var rates: IdentificationRates
        package var intervals: IdentificationIntervals
        package var mated: Int { rates.mated }
        package var nonMated: Int { rates.nonMated }
        package var rankOne: Double? { rates.rankOne }
        package var cmc: [Double] { rates.cmc }
        package var fnir: [Double?] { rates.fnir }
        package var thresholds: [Float?] { rates.thresholds }
    }

    /// One probe and what it gave.
    struct Search: Sendable {
        var set: Int
        var person: Int
        /// Indices of the set's probes, one for each finger.
        var samples: [Int]
        /// Which impression of the person.
        var impression: Int
        var outcome: SearchOutcome
        /// The best of the others, in the search without the own person.
        var stranger: Int?
    }

    package let rules: IdentificationRules
    let sets: [VerificationSet]
    let enrolled: [Enrolment.Person]
    let searches: [Search]
    package let gallery: (persons: Int, references: Int)
    package let pooled: Part
    package let databases: [Part]

    /// - Throws: what the gallery refuses: a person of too many fingers.
    package init(
        _ sets: [VerificationSet], rules: IdentificationRules, bootstrap: Bootstrap,
        progress: any RunProgress = NoProgress()
    ) throws {
        let enrolment = try Enrolment(sets, distractors: rules.distractors, progress: progress)
        let engine = SearchEngine(sets, enrolment, rules)
        let searches = try engine.run(progress)
        func part(_ name: String, _ searches: [Search]) -> Part {
            let outcomes = searches.map(\.outcome)
            let rates = IdentificationRates(outcomes)
            let attempts = Set(searches.map { [$0.set, $0.person, $0.impression] }).count
            return Part(
                name: name, rates: rates,
                intervals: IdentificationIntervals(
                    of: rates, outcomes, attempts: attempts, bootstrap: bootstrap))
        }
        (self.rules, self.sets, self.searches) = (rules, sets, searches)
        enrolled = enrolment.persons
        gallery = (enrolment.everybody.persons, enrolment.everybody.references)
        pooled = part("all", searches)
        databases = sets.enumerated().map { index, set in part(set.name, searches.filter { $0.set == index }) }
    }
}

extension Identification {
    /// What every probe gave, in order of set, person, impression and fingers.
    package var outcomes: [SearchOutcome] { searches.map(\.outcome) }
}
