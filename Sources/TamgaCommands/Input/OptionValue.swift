internal import TamgaRegistry
internal import TamgaWire

/// From the text of an option to a value; an error names the option and what is allowed, and never quotes what was
/// given, which may be a name or a number of somebody.
package enum OptionValue {
    /// A word of a vocabulary.
    static func word<Word: RawRepresentable<String> & CaseIterable>(
        _ text: String, _ option: String, as _: Word.Type = Word.self
    ) throws(CommandError) -> Word {
        if let word = Word(rawValue: text) { return word }
        throw .usage(
            "there is no such word", field: option, limit: Word.allCases.map(\.rawValue).joined(separator: ", "))
    }

    /// A word that is sent as a token; nil where the option was not given.
    static func token<Word: RawRepresentable<String> & CaseIterable>(
        _ text: String?, _ option: String, of _: Word.Type
    ) throws(CommandError) -> WireToken? {
        guard let text else { return nil }
        return WireToken(try word(text, option, as: Word.self).rawValue)
    }

    static func date(_ text: String, _ option: String) throws(CommandError) -> CalendarDate {
        do throws(CalendarDateError) { return try CalendarDate(text) } catch {
            let years = RegistryLimits.years
            throw .usage(
                "it is not a day of the calendar", field: option,
                limit: "a date such as 2024-02-29, years \(years.lowerBound) to \(years.upperBound)")
        }
    }

    /// The number of a person.
    ///
    /// One that begins as ours do and has their length has to have a check character that fits: a slip would be
    /// written down of somebody else, or of nobody.
    package static func person(_ text: String, _ option: String = "--person") throws(CommandError) -> String {
        do throws(PersonIDError) { _ = try PersonID(text) } catch {
            throw .usage(
                "it is not the number of a person", field: option,
                limit: "1 to \(RegistryLimits.personIDBytes) of A-Z a-z 0-9 - _ . :")
        }
        guard !text.hasPrefix(numberPrefix) || text.utf8.count != numberBytes || RegistrationNumber.isWellFormed(text)
        else {
            throw .usage(
                "a character is wrong, or two are exchanged: the check character does not fit", field: option,
                limit: "a registration number as it was given out")
        }
        return text
    }

    private static let numberPrefix = "TG-"
    private static let numberBytes = RegistrationNumber.make(0).text.utf8.count

    /// An identifier in its text form; the form that is sent is tidied.
    static func identifier(_ text: String, _ option: String) throws(CommandError) -> Identifier {
        do throws(FieldError) { return try Identifier(text, field: option) } catch {
            throw CommandError(error, option: option)
        }
    }

    /// Each claim once, and one IIN at most, as the server asks.
    static func claims(_ texts: [String], _ option: String = "--claim") throws(CommandError) -> [String] {
        guard texts.count <= RegistryLimits.claims else {
            throw .usage("\(texts.count) are given", field: option, limit: "\(RegistryLimits.claims) at most")
        }
        var claims: [Identifier] = []
        for text in texts { claims.append(try identifier(text, option)) }
        guard Set(claims).count == claims.count else {
            throw .usage("one is given twice", field: option, limit: "each once")
        }
        guard claims.count(where: { $0.kind == .iin }) <= 1 else {
            throw .usage("several IINs are given", field: option, limit: "one IIN")
        }
        return claims.map(\.text)
    }

    /// What people wrote, without superfluous blanks; nil where the option was not given.
    static func text(
        _ text: String?, _ option: String, atMost bytes: Int = RegistryLimits.textBytes
    ) throws(CommandError) -> String? {
        guard let text else { return nil }
        return try required(text, option, atMost: bytes)
    }

    static func required(
        _ text: String, _ option: String, atMost bytes: Int = RegistryLimits.textBytes
    ) throws(CommandError) -> String {
        do throws(FieldError) { return try PlainText(text, field: option, atMost: bytes).text } catch {
            throw CommandError(error, option: option)
        }
    }

    /// Who is at the station; nil where the option was not given.
    package static func officer(_ name: String?) throws(CommandError) -> String? {
        try text(name, "--officer", atMost: RegistryLimits.nameBytes)
    }
}

extension CommandError {
    /// A value of an option that the register does not accept; it names the part of the value where one is at fault.
    init(_ error: FieldError, option: String) {
        let isNamed = error.field == option || "--\(error.field)" == option
        let part = isNamed ? "" : "\(error.field.split(separator: ".").last ?? ""): "
        self = .usage(part + error.message, field: option, limit: error.allowed)
    }
}
