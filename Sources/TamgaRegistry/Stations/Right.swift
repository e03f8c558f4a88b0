/// One thing a station may be allowed to do.
public enum Right: String, Hashable, Sendable, CaseIterable, Codable {
    /// Register a person, or add an encounter to one.
    case enrol
    /// Replace the fingers of an encounter.
    case update
    /// Search everybody: identify, look up at the border, assess.
    case lookUp = "look-up"
    /// Compare with one person.
    case verify
    /// See what is held of a person.
    case read
    /// Link an identifier (a document, a number) to a person.
    case link
    /// Take such a link away.
    case unlink
    /// Make one person of two.
    case merge
    /// Delete a person.
    case delete
    /// Record a refusal of entry, an expulsion or a readmission.
    case recordRemoval = "record-removal"
    /// Issue the certificate of registration.
    case issueCertificate = "issue-certificate"
    /// Read the alerts: a person refused or expelled was seen again.
    case readAlerts = "read-alerts"
    /// Read who is due: fingers that were bandaged or hurt and are to be taken again.
    case readDue = "read-due"
    /// Read the audit trail.
    case readAudit = "read-audit"
    /// Read the server's figures, which speak of no person.
    case statistics
}
