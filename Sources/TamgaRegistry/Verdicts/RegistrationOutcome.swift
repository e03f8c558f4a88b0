/// What became of a request about somebody before an officer.
///
/// The raw values are those of the wire and the store.
public enum RegistrationOutcome: String, Hashable, Sendable, CaseIterable, Codable {
    /// Nothing was asked for but the verdict.
    case assessed
    /// The person is registered.
    case registered
    /// The verdict does not allow it; nobody was registered.
    case notRegistered = "not-registered"
    /// No finger could be taken; a re-capture is due.
    case deferred
}
