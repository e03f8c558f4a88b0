package import TamgaRegistry
package import TamgaWire

/// What the command line says of an expulsion or a readmission.
package struct RemovalOptions: Sendable {
    package var person: String
    package var ground: String
    package var date: String
    package var banFrom: String?
    /// A date, or `none`.
    package var banUntil: String?
    package var isBanForever: Bool
    package var officer: String?

    package init(
        person: String, ground: String, date: String, banFrom: String? = nil, banUntil: String? = nil,
        isBanForever: Bool = false, officer: String? = nil
    ) {
        (self.person, self.ground, self.date, self.officer) = (person, ground, date, officer)
        (self.banFrom, self.banUntil, self.isBanForever) = (banFrom, banUntil, isBanForever)
    }

    /// The word for a removal without a ban.
    package static let noBan = "none"

    /// - Throws: ``CommandError`` of status `usage` naming the option. Whether there is a ban has to be said: nobody is
    ///   banned, and nobody let in, because an option was forgotten.
    package func removal(_ kind: Removal.Kind) throws(CommandError) -> Remove {
        let day = try OptionValue.date(date, "--date")
        return Remove(
            person: try OptionValue.person(person), removal: WireToken(kind.rawValue),
            ground: try OptionValue.required(ground, "--ground"), date: day.description, ban: try ban(from: day),
            officer: try OptionValue.officer(officer))
    }

    private func ban(from day: CalendarDate) throws(CommandError) -> BanTerm? {
        let allowed = "--ban-until DATE, --ban-until \(Self.noBan), or --ban-forever"
        guard isBanForever != (banUntil != nil) else {
            throw .usage("say which ban there is, once", field: "--ban-until", limit: allowed)
        }
        guard banUntil != Self.noBan else {
            guard banFrom == nil else {
                throw .usage("there is no ban that could begin", field: "--ban-from", limit: "with a ban only")
            }
            return nil
        }
        let from = try banFrom.map { text throws(CommandError) in try OptionValue.date(text, "--ban-from") } ?? day
        let until = try banUntil.map { text throws(CommandError) in try OptionValue.date(text, "--ban-until") }
        do throws(FieldError) {
            let ban = try EntryBan(from: from, until: until)
            return BanTerm(from: ban.from.description, until: ban.until?.description)
        } catch {
            throw CommandError(error, option: "--ban-until")
        }
    }
}
