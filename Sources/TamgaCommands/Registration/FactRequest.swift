internal import TamgaRegistry
package import TamgaWire

/// One thing to be written down, checked before anything is connected.
package enum FactRequest: Hashable, Sendable {
    case link(Link)
    case unlink(Unlink)
    case refuse(Refuse)
    case remove(Remove)
    case liftBan(LiftBan)
    case close(Close, OpenedFact)

    /// What it is called in the history.
    var kind: Fact.Kind {
        switch self {
        case .link: .linked
        case .unlink: .unlinked
        case .refuse: .refused
        case .remove: .removed
        case .liftBan: .banLifted
        case .close(_, let opened): opened.closing
        }
    }

    /// What to do where the answer is lost. A removal or a refusal would be written down twice, and of two bans one
    /// would stay when the other is lifted; the others are refused where they were done before.
    var remedy: String {
        switch self {
        case .refuse, .remove:
            "look into `tamga history` before it is given again, or it stands there twice"
        case .link, .unlink, .liftBan, .close:
            "given again, it is done now, or refused because it was done before"
        }
    }
}

// MARK: From options; errors are of status `usage` and name the option
extension FactRequest {
    /// An identifier is the person's.
    package static func link(
        person: String, identifier: String, reason: String?, officer: String?
    ) throws(CommandError) -> FactRequest {
        .link(
            Link(
                person: try OptionValue.person(person),
                identifier: try OptionValue.identifier(identifier, "--identifier").text,
                reason: try OptionValue.text(reason, "--reason"), officer: try OptionValue.officer(officer)))
    }

    /// An identifier is not the person's.
    package static func unlink(
        person: String, identifier: String, reason: String, officer: String?
    ) throws(CommandError) -> FactRequest {
        .unlink(
            Unlink(
                person: try OptionValue.person(person),
                identifier: try OptionValue.identifier(identifier, "--identifier").text,
                reason: try OptionValue.required(reason, "--reason"), officer: try OptionValue.officer(officer)))
    }

    /// A ban ends before its term.
    package static func liftBan(
        person: String, removal: String, reason: String, officer: String?
    ) throws(CommandError) -> FactRequest {
        .liftBan(
            LiftBan(
                person: try OptionValue.person(person), removal: try FactReference(removal, option: "--removal"),
                reason: try OptionValue.required(reason, "--reason"), officer: try OptionValue.officer(officer)))
    }

    /// Something open is closed.
    package static func close(
        _ opened: OpenedFact, _ fact: FactReference, officer: String?
    ) throws(CommandError) -> FactRequest {
        .close(
            Close(what: WireToken(opened.rawValue), fact: fact, officer: try OptionValue.officer(officer)), opened)
    }
}

/// What can be closed; the raw values are those of the wire.
package enum OpenedFact: String, Hashable, Sendable {
    case alert, due

    var closing: Fact.Kind {
        switch self {
        case .alert: .alertSeen
        case .due: .recaptured
        }
    }

    /// The option that closes it.
    package var option: String {
        switch self {
        case .alert: "--see"
        case .due: "--done"
        }
    }
}
