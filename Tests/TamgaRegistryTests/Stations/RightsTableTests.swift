import TamgaRegistry
import Testing

/// Who may do what, written down a second time: a change of the table must be meant.
@Suite struct RightsTableTests {
    private static let expected: [(right: Right, holders: Set<Role>)] = [
        (.enrol, [.enrolment, .supervisor, .loadTest]),
        (.update, [.supervisor, .loadTest]),
        (.lookUp, [.enrolment, .border, .supervisor, .loadTest]),
        (.verify, [.enrolment, .border, .supervisor, .loadTest]),
        (.read, [.supervisor, .auditor, .loadTest]),
        (.link, [.enrolment, .supervisor]),
        (.unlink, [.supervisor]),
        (.merge, [.supervisor, .loadTest]),
        (.delete, [.supervisor, .loadTest]),
        (.recordRemoval, [.border]),
        (.issueCertificate, [.enrolment, .supervisor]),
        (.readAlerts, [.border, .supervisor]),
        (.readDue, [.enrolment, .supervisor]),
        (.readAudit, [.auditor]),
        (.statistics, [.auditor, .loadTest]),
    ]

    @Test func theTableIsTotal() {
        #expect(Self.expected.map(\.right) == Right.allCases)
        for (right, holders) in Self.expected {
            let found = Role.allCases.filter { RightsTable.rights(of: $0).contains(right) }
            #expect(Set(found) == holders.union([.administrator]), "\(right)")
        }
    }

    @Test func eachRightIsHeldByARoleMadeForIt() {
        for right in Right.allCases {
            let holders = Role.allCases.filter { $0 != .administrator && RightsTable.rights(of: $0).contains(right) }
            #expect(!holders.isEmpty, "\(right)")
        }
    }

    @Test func eachRoleHasARightAndOnlyTheAdministratorHasAll() {
        for role in Role.allCases {
            let rights = RightsTable.rights(of: role)
            #expect(!rights.isEmpty, "\(role)")
            #expect((rights == Set(Right.allCases)) == (role == .administrator), "\(role)")
        }
    }

    @Test func whoReadsTheAuditTrailChangesNothing() {
        let changes: Set<Right> = [.enrol, .update, .link, .unlink, .merge, .delete, .recordRemoval, .issueCertificate]
        for role in Role.allCases where role != .administrator {
            let rights = RightsTable.rights(of: role)
            if rights.contains(.readAudit) { #expect(rights.isDisjoint(with: changes), "\(role)") }
        }
    }

    /// The names stand in certificates and answers: they may be added to, not changed.
    @Test func namesAreStable() {
        #expect(Agency.allCases.map(\.rawValue) == ["interior", "foreign-affairs", "national-security", "transport"])
        #expect(
            Role.allCases.map(\.rawValue) == [
                "enrolment", "border", "supervisor", "auditor", "load-test", "administrator",
            ])
        #expect(
            Right.allCases.map(\.rawValue) == [
                "enrol", "update", "look-up", "verify", "read", "link", "unlink", "merge", "delete", "record-removal",
                "issue-certificate", "read-alerts", "read-due", "read-audit", "statistics",
            ])
    }
}
