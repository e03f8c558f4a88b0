import TamgaRegistry
import Testing

/// What must hold of the whole table, whatever its rows say.
@Suite struct ObligationTableTests {
    private let table = ObligationTable.kazakhstan
    private var all: [ObligationRow] { table.rows + [table.otherwise] }

    @Test func everyQuestionIsAnsweredAsTheLawInSentencesSays() throws {
        var wrong = 0
        var count = 0
        try QuestionSpace().forEach { question in
            count += 1
            let answer = table.answer(question)
            guard answer.outcome != (try PlainLaw.outcome(question)) || answer.citations.isEmpty else { return }
            wrong += 1
            if wrong <= 5 { Issue.record("\(answer.row.id) answers \(question)") }
        }
        #expect(wrong == 0, "of \(count)")
        #expect(count > 900_000)
    }

    @Test func everyRowDecidesSomething() throws {
        var unreached = Set(all.map(\.id))
        try QuestionSpace().forEach { unreached.remove(table.answer($0).row.id) }
        #expect(unreached.isEmpty)
    }

    /// Only foreigners and stateless persons of 16 with none of the six grounds may come to the last row: whoever is
    /// left over by a mistake in another row would be told that nothing is required.
    @Test func theLastRowIsForThoseWithoutAGround() throws {
        let noGround: Set<RegistrationGround?> = [nil, .voluntary]
        try QuestionSpace().forEach { question in
            guard table.answer(question).row == table.otherwise else { return }
            guard question.status != .citizen, question.age >= 16, noGround.contains(question.ground) else {
                Issue.record("left over: \(question)")
                return
            }
        }
    }

    /// An answer changes with nothing that neither its row nor one before it names. One question in 251: every field
    /// of each is varied in full.
    @Test func anAnswerDependsOnTheConditionsListedOnly() throws {
        let space = try QuestionSpace()
        var index = 0
        var varied = 0
        try space.forEach { question in
            index += 1
            guard index % 251 == 0 else { return }
            let answer = table.answer(question)
            let looked = table.rows.firstIndex(of: answer.row).map { table.rows[...$0] } ?? table.rows[...]
            let named = looked.reduce(into: Set<Field>()) { $0.formUnion(Field.named(by: $1.conditions)) }
            // A row before, whose dates are over or to come, counts as looked at: that only tests less.
            for field in Field.allCases where !named.contains(field) {
                for other in try field.variants(of: question, in: space) {
                    varied += 1
                    if table.answer(other) != answer { Issue.record("\(answer.row.id) depends on \(field)") }
                }
            }
        }
        #expect(varied > 10_000)
    }

    /// What a row names matters: for each field of each row there is a question that loses the row by it.
    @Test func everyConditionOfEveryRowDecides() throws {
        let space = try QuestionSpace()
        var missing: Set<String> = []
        for row in table.rows { for field in Field.named(by: row.conditions) { missing.insert("\(row.id) \(field)") } }
        var index = 0
        try space.forEach { question in
            index += 1
            guard index % 61 == 0 else { return }
            let row = table.answer(question).row
            for field in Field.named(by: row.conditions) where missing.contains("\(row.id) \(field)") {
                let others = try field.variants(of: question, in: space)
                if others.contains(where: { table.answer($0).row != row }) { missing.remove("\(row.id) \(field)") }
            }
        }
        #expect(missing == [])
    }

    @Test func rowsAreWellFormed() {
        #expect(Set(all.map(\.id)).count == all.count)
        for row in all {
            #expect(!row.citations.isEmpty, "\(row.id)")
            if let from = row.from, let until = row.until { #expect(from <= until, "\(row.id)") }
            for set in [row.conditions.statuses?.count, row.conditions.grounds?.count, row.conditions.occasions?.count,
                row.conditions.visaPlaces?.count, row.conditions.held?.kinds.count, row.conditions.ages?.count]
            {
                #expect(set != 0, "\(row.id) has a condition that nobody meets")
            }
            #expect((row.outcome == .mandatory) == (row.ifRefused != nil), "\(row.id)")
        }
    }

    /// What is suspended until a day is mandatory from that day: the row ends the day before.
    @Test func suspensionsEndTheDayBeforeTheirOutcomeSays() throws {
        let suspended = all.compactMap { row -> (CalendarDate, CalendarDate?)? in
            guard case .suspended(let day) = row.outcome else { return nil }
            return (day, row.until)
        }
        #expect(suspended.count == 2)
        for (day, until) in suspended { #expect(until?.daysSince1970 == day.daysSince1970 - 1) }
    }

    @Test func everyDayOfTheTablesIsADayOfTheCalendar() throws {
        let obligations = all.flatMap { [$0.from, $0.until, $0.conditions.held?.validOn] }
        let documents = DocumentsNeeded.kazakhstan.rows.flatMap { [$0.from, $0.until] }
        let days = (obligations + documents).compactMap { $0 }
        #expect(days.count > 20)
        for day in days { #expect(try CalendarDate(day.description) == day) }
    }

    /// The evaluator knows nothing of Kazakhstan: the first row that holds decides, and the last resort is total.
    @Test func theFirstRowThatHoldsDecides() throws {
        let question = try Asker().question()
        let base = table.otherwise
        let rows = ["a", "b"].map { id in
            ObligationRow(
                id: id, from: nil, until: nil, conditions: .init(statuses: [.foreigner]), outcome: .mandatory,
                citations: base.citations, text: base.text)
        }
        #expect(ObligationTable(rows: rows, otherwise: base).answer(question).row.id == "a")
        #expect(ObligationTable(rows: rows.reversed(), otherwise: base).answer(question).row.id == "b")
        #expect(ObligationTable(rows: [], otherwise: base).answer(question).row == base)
    }
}
