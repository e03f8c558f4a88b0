import TamgaRegistry

/// A question with an answer for everything: a test says only what it is about.
struct Asker {
    var status = LegalStatus.foreigner
    var born = "1990-05-17"
    var ground: RegistrationGround? = .visa
    var on = "2024-03-01"
    var held: (HeldDocument.Kind, from: String, until: String)?
    var occasion = Occasion.firstIssue
    var place: VisaPlace? = .missionAbroad
    var isRegistered = false

    func question() throws -> ObligationQuestion {
        let document = try held.map {
            try HeldDocument(
                kind: $0.0, validFrom: CalendarDate($0.from), validUntil: CalendarDate($0.until))
        }
        return try ObligationQuestion(
            status: status, birthDate: CalendarDate(born), ground: ground, on: CalendarDate(on),
            documentHeld: document, occasion: occasion, visaPlace: place, isRegistered: isRegistered)
    }

    func ask() throws -> Obligation { ObligationTable.kazakhstan.answer(try question()) }

    func row() throws -> String { try ask().row.id }
}
