/// Who may do what: the one table, from roles to rights.
///
/// A role has what its work needs. Nobody but the administrator both changes persons and reads the audit trail,
/// so that who corrects the register is watched by somebody else.
public enum RightsTable {
    /// The rights of a role; a station of several roles has those of all of them.
    public static func rights(of role: Role) -> Set<Right> {
        switch role {
        case .enrolment: enrolment
        case .border: [.lookUp, .verify, .recordRemoval, .readAlerts]
        // An alert may say that two records are one person, which is for the supervisor to put right.
        case .supervisor: enrolment.union([.update, .read, .unlink, .merge, .delete, .readAlerts])
        case .auditor: [.read, .readAudit, .statistics]
        case .loadTest: [.enrol, .update, .lookUp, .verify, .read, .merge, .delete, .statistics]
        case .administrator: Set(Right.allCases)
        }
    }

    private static let enrolment: Set<Right> = [.enrol, .lookUp, .verify, .link, .issueCertificate, .readDue]
}
