import TamgaIdentification
import TamgaRegistry
import TamgaWire

// From the wire's requests to what is written down.

extension RegistryRequest {
    init(_ link: Link, from caller: Caller) throws(IdentificationError) {
        let identifier = try Identifier(wire: link.identifier, "identifier")
        self.init(
            author: caller.author(link.officer), person: link.person, .link(identifier, reason: link.reason))
    }

    init(_ unlink: Unlink, from caller: Caller) throws(IdentificationError) {
        let identifier = try Identifier(wire: unlink.identifier, "identifier")
        self.init(
            author: caller.author(unlink.officer), person: unlink.person, .unlink(identifier, reason: unlink.reason))
    }

    init(_ refuse: Refuse, from caller: Caller) throws(IdentificationError) {
        let refusal = RefusalOfFingers(
            claims: try Identifier.all(refuse.claims), ground: try RegistrationGround(wire: refuse.ground, "ground"),
            place: refuse.place, remark: refuse.remark)
        self.init(author: caller.author(refuse.officer), person: refuse.person, .refusal(refusal))
    }

    init(_ remove: Remove, from caller: Caller) throws(IdentificationError) {
        let removal = Removal(
            kind: try Removal.Kind(wire: remove.removal, "removal"), ground: remove.ground,
            date: try CalendarDate(wire: remove.date, "date"), ban: try EntryBan(wire: remove.ban))
        self.init(author: caller.author(remove.officer), person: remove.person, .removal(removal))
    }

    init(_ lift: LiftBan, from caller: Caller) {
        self.init(
            author: caller.author(lift.officer), person: lift.person,
            .liftBan(FactID(lift.removal), reason: lift.reason))
    }

    init(_ close: Close, from caller: Caller) throws(IdentificationError) {
        let event: Event =
            switch try Opened(wire: close.what, "what") {
            case .alert: .alertSeen(FactID(close.fact))
            case .due: .recaptured(FactID(close.fact))
            }
        self.init(author: caller.author(close.officer), event)
    }
}

/// What can be closed, and who may.
enum Opened: String, CaseIterable {
    case alert, due

    /// Who may read it may close it.
    var right: Right {
        switch self {
        case .alert: .readAlerts
        case .due: .readDue
        }
    }
}

extension EntryBan {
    init?(wire term: BanTerm?) throws(IdentificationError) {
        guard let term else { return nil }
        let from = try CalendarDate(wire: term.from, "ban.from")
        var until: CalendarDate?
        if let last = term.until { until = try CalendarDate(wire: last, "ban.until") }
        do { try self.init(from: from, until: until) } catch {
            throw IdentificationError(.invalid, field: "ban.until", error.message, limit: error.allowed)
        }
    }
}
