/// What a station is there to do. Its certificate names one or several; ``RightsTable`` says what each may do.
public enum Role: String, Hashable, Sendable, CaseIterable, Codable {
    /// Takes fingers and registers persons: migration offices, missions abroad, seafarers' registries.
    case enrolment
    /// Recognises persons who cross the border.
    case border
    /// Corrects what the register holds: one person under two names, a wrong link, a deletion ordered by law.
    case supervisor
    /// Looks at what others did and changes nothing.
    case auditor
    /// Measures a server that holds made-up persons.
    case loadTest = "load-test"
    /// Everything.
    case administrator
}
