import TamgaRegistry

/// The law once more, as sentences one after the other and not as a table: what the table is held against.
enum PlainLaw {
    static func outcome(_ question: ObligationQuestion) throws -> Obligation.Outcome {
        let inForce = try CalendarDate("2024-01-01")
        if question.day < inForce { return .notRequired(.notInForce) }
        if question.isRegistered { return .alreadyRegistered }
        let isSixteen = try question.birthDate.adding(years: 16) <= question.day
        if question.status == .citizen {
            if isSixteen { return .voluntary(needsConsent: false) }
            let isTwelve = try question.birthDate.adding(years: 12) <= question.day
            return isTwelve ? .voluntary(needsConsent: true) : .notRequired(.underAge)
        }
        if !isSixteen { return .notRequired(.underAge) }
        if try isSpared(question, inForce) { return .notNow(until: [.extension, .restoration, .replacement]) }
        switch question.ground {
        case nil, .voluntary?: return .notRequired(.noGround)
        case .visa?:
            let end = try CalendarDate("2025-07-01")
            let isAffected = question.visaPlace == .electronic || question.visaPlace == .internationalAirport
            return isAffected && question.day < end ? .suspended(until: end) : .mandatory
        case .seafarerDocument?, .residence?, .identityDocument?, .asylum?, .removal?: return .mandatory
        }
    }

    private static func isSpared(_ question: ObligationQuestion, _ inForce: CalendarDate) throws -> Bool {
        guard let document = question.documentHeld, question.occasion == .firstIssue else { return false }
        let wasValid = document.validFrom <= inForce && inForce <= document.validUntil
        guard wasValid, document.validFrom <= question.day, question.day <= document.validUntil else { return false }
        switch (document.kind, question.ground) {
        case (_, nil), (.visa, .visa?), (.residencePermit, .residence?), (.residencePermit, .identityDocument?),
            (.temporaryResidencePermit, .residence?):
            return true
        default: return false
        }
    }
}
