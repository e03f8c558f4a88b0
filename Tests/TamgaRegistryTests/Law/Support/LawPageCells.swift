import TamgaRegistry

/// How docs/LAW.md writes the rows of the tables.
enum LawPageCells {
    static func obligation(_ row: ObligationRow) -> [String] {
        let conditions = row.conditions
        return [
            row.id, day(row.from), day(row.until), list(conditions.statuses), ages(conditions.ages),
            grounds(conditions.grounds), others(conditions), row.outcome.text.english, citations(row.citations),
        ]
    }

    static func document(_ row: DocumentsNeeded.Row) -> [String] {
        let conditions = row.conditions
        let number = conditions.hasIIN.map { $0 ? "with an IIN" : "without an IIN" }
        return [
            row.id, day(row.from), day(row.until), list(conditions.statuses),
            list(conditions.languages), number ?? "any", row.document.rawValue, row.requirement.rawValue,
            citations(row.citations),
        ]
    }

    static func competence(_ row: Competence.Row) -> [String] {
        [row.id, row.agency.rawValue, row.place.rawValue, list(row.grounds), citations(row.citations)]
    }

    private static func day(_ day: CalendarDate?) -> String { day?.description ?? "-" }

    private static func list<Case: CaseIterable & RawRepresentable & Hashable>(_ cases: Set<Case>?) -> String
    where Case.RawValue == String {
        guard let cases else { return "any" }
        return Case.allCases.filter(cases.contains).map(\.rawValue).joined(separator: ", ")
    }

    private static func ages(_ ages: Range<Int>?) -> String {
        guard let ages else { return "any" }
        if ages.upperBound == .max { return "from \(ages.lowerBound)" }
        return ages.lowerBound == 0 ? "under \(ages.upperBound)" : "\(ages.lowerBound) to \(ages.upperBound - 1)"
    }

    private static func grounds(_ grounds: Set<RegistrationGround?>?) -> String {
        guard let grounds else { return "any" }
        return list(Set(grounds.compactMap { $0 })) + (grounds.contains(nil) ? ", none" : "")
    }

    private static func others(_ conditions: ObligationRow.Conditions) -> String {
        let held = conditions.held.map { "\(list($0.kinds)) valid on \($0.validOn) and still" }
        let registered = conditions.isRegistered.map { $0 ? "registered before" : "not registered before" }
        let parts = [
            held, conditions.occasions.map { "occasion \(list($0))" },
            conditions.visaPlaces.map { "place \(list($0))" }, registered,
        ]
        return parts.contains { $0 != nil } ? parts.compactMap { $0 }.joined(separator: "; ") : "-"
    }

    /// `registration-law 10(2)(1), public-source`: act, place within it, standing.
    private static func citations(_ citations: [Citation]) -> String {
        citations.map { "\(place($0)), \($0.standing.rawValue)" }.joined(separator: "; ")
    }

    static func place(_ citation: Citation) -> String {
        guard let provision = citation.provision else { return citation.act.rawValue }
        let parts = [provision.paragraph, provision.subparagraph].compactMap { $0 }.map { "(\($0))" }
        return "\(citation.act.rawValue) \(provision.article)\(parts.joined())"
    }
}
