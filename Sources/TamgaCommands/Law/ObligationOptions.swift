package import TamgaRegistry

/// What the command line says of somebody of whom it is asked whether registration is mandatory.
package struct ObligationOptions: Sendable {
    package var status: String
    package var born: String
    package var ground: String?
    /// The day asked for; nil: today.
    package var day: String?
    /// `KIND:FROM:UNTIL`.
    package var document: String?
    package var occasion: String?
    package var placeOfIssue: String?
    package var isRegistered: Bool
    package var passportLanguage: String?
    /// `held` or `none`.
    package var iin: String?

    package init(
        status: String, born: String, ground: String? = nil, day: String? = nil, document: String? = nil,
        occasion: String? = nil, placeOfIssue: String? = nil, isRegistered: Bool = false,
        passportLanguage: String? = nil, iin: String? = nil
    ) {
        (self.status, self.born, self.ground, self.day, self.document) = (status, born, ground, day, document)
        (self.occasion, self.placeOfIssue, self.isRegistered) = (occasion, placeOfIssue, isRegistered)
        (self.passportLanguage, self.iin) = (passportLanguage, iin)
    }

    /// - Parameter today: the day where none is named.
    /// - Throws: ``CommandError`` of status `usage` naming the option.
    package func inquiry(today: CalendarDate) throws(CommandError) -> ObligationInquiry {
        let question = try question(on: try day.map { text throws(CommandError) in
            try OptionValue.date(text, "--on")
        } ?? today)
        return ObligationInquiry(
            question: question,
            passportLanguage: try optional(passportLanguage, "--passport-language", PassportLanguage.self),
            hasIIN: try optional(iin, "--iin", NumberHeld.self).map { $0 == .held })
    }

    private func question(on day: CalendarDate) throws(CommandError) -> ObligationQuestion {
        let status = try OptionValue.word(self.status, "--status", as: LegalStatus.self)
        let birth = try OptionValue.date(born, "--born")
        let ground = try optional(self.ground, "--ground", RegistrationGround.self)
        let occasion = try optional(self.occasion, "--occasion", Occasion.self) ?? .firstIssue
        let place = try place(ground)
        let held = try document.map { text throws(CommandError) in try HeldDocument(option: text) }
        do throws(ObligationQuestionError) {
            return try ObligationQuestion(
                status: status, birthDate: birth, ground: ground, on: day, documentHeld: held, occasion: occasion,
                visaPlace: place, isRegistered: isRegistered)
        } catch {
            throw .usage("it is after the day asked for", field: "--born", limit: "that day or before")
        }
    }

    /// A place of issue says something of visas only.
    private func place(_ ground: RegistrationGround?) throws(CommandError) -> VisaPlace? {
        guard let place = try optional(placeOfIssue, "--place-of-issue", VisaPlace.self) else { return nil }
        guard ground == .visa else {
            throw .usage("it is for visas only", field: "--place-of-issue", limit: "with --ground visa")
        }
        return place
    }

    private func optional<Word: RawRepresentable<String> & CaseIterable>(
        _ text: String?, _ option: String, _: Word.Type
    ) throws(CommandError) -> Word? {
        guard let text else { return nil }
        return try OptionValue.word(text, option)
    }

    private enum NumberHeld: String, CaseIterable { case held, none }
}

extension HeldDocument {
    /// Reads `visa:2023-05-01:2024-04-30`.
    fileprivate init(option text: String) throws(CommandError) {
        let option = "--document"
        let parts = text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 3 else {
            throw .usage(
                "it is not KIND:FROM:UNTIL", field: option,
                limit: "such as visa:2023-05-01:2024-04-30, the first and the last day on which it is valid")
        }
        let kind = try OptionValue.word(parts[0], option, as: Kind.self)
        let (from, until) = (try OptionValue.date(parts[1], option), try OptionValue.date(parts[2], option))
        do throws(HeldDocumentError) { try self.init(kind: kind, validFrom: from, validUntil: until) } catch {
            throw .usage("its last day is before its first", field: option, limit: "KIND:FROM:UNTIL")
        }
    }
}
