import TamgaRegistry

/// What a row may look at.
enum Field: CaseIterable {
    case status, age, ground, held, occasion, place, isRegistered

    /// What the conditions of a row name. A condition on documents is one on the day too, which no test varies.
    static func named(by conditions: ObligationRow.Conditions) -> Set<Field> {
        var fields: Set<Field> = []
        if conditions.statuses != nil { fields.insert(.status) }
        if conditions.ages != nil { fields.insert(.age) }
        if conditions.grounds != nil { fields.insert(.ground) }
        if conditions.held != nil { fields.insert(.held) }
        if conditions.occasions != nil { fields.insert(.occasion) }
        if conditions.visaPlaces != nil { fields.insert(.place) }
        if conditions.isRegistered != nil { fields.insert(.isRegistered) }
        return fields
    }

    /// The question with every other value of this field.
    func variants(of question: ObligationQuestion, in space: QuestionSpace) throws -> [ObligationQuestion] {
        let values = Values(question)
        switch self {
        case .status: return try LegalStatus.allCases.map { try values.with(\.status, $0) }
        case .age: return try space.births(question.day).map { try values.with(\.birth, $0) }
        case .ground: return try QuestionSpace.grounds.map { try values.with(\.ground, $0) }
        case .held: return try space.documents.map { try values.with(\.document, $0) }
        case .occasion: return try Occasion.allCases.map { try values.with(\.occasion, $0) }
        case .place: return try QuestionSpace.places.map { try values.with(\.place, $0) }
        case .isRegistered: return try [false, true].map { try values.with(\.isRegistered, $0) }
        }
    }

    private struct Values {
        var status: LegalStatus
        var birth: CalendarDate
        var ground: RegistrationGround?
        let day: CalendarDate
        var document: HeldDocument?
        var occasion: Occasion
        var place: VisaPlace?
        var isRegistered: Bool

        init(_ question: ObligationQuestion) {
            (status, birth, ground, day) = (question.status, question.birthDate, question.ground, question.day)
            (document, occasion) = (question.documentHeld, question.occasion)
            (place, isRegistered) = (question.visaPlace, question.isRegistered)
        }

        func with<Value>(_ path: WritableKeyPath<Values, Value>, _ value: Value) throws -> ObligationQuestion {
            var copy = self
            copy[keyPath: path] = value
            return try ObligationQuestion(
                status: copy.status, birthDate: copy.birth, ground: copy.ground, on: day, documentHeld: copy.document,
                occasion: copy.occasion, visaPlace: copy.place, isRegistered: copy.isRegistered)
        }
    }
}
