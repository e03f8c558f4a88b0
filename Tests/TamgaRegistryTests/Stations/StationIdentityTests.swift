import TamgaRegistry
import Testing

@Suite struct StationIdentityTests {
    private func identity(
        _ agency: Agency, _ roles: Set<Role>, _ station: String
    ) throws -> StationIdentity { try StationIdentity(agency: agency, roles: roles, station: station) }

    @Test func readsAgencyRolesAndStation() throws {
        let one = try StationIdentity(uri: "urn:tamga:station:interior:enrolment:ALA-07")
        #expect(try one == identity(.interior, [.enrolment], "ALA-07"))
        let two = try StationIdentity(uri: "urn:tamga:station:national-security:border+load-test:a_B.9")
        #expect(try two == identity(.nationalSecurity, [.border, .loadTest], "a_B.9"))
    }

    @Test func everyAgencyAndRoleComesBackFromItsURI() throws {
        let name = String(repeating: "x", count: 64)
        for agency in Agency.allCases {
            for role in Role.allCases {
                let identity = try identity(agency, [role, .auditor], name)
                #expect(try StationIdentity(uri: identity.uri) == identity)
            }
        }
    }

    @Test(arguments: [
        ("urn:tamga:station:interior:enrolment", StationIdentityError.form),
        ("urn:tamga:station:interior:enrolment:A:B", .form),
        ("urn:tamga:stations:interior:enrolment:A", .form),
        ("urn:tamga:", .form),
        ("URN:tamga:station:interior:enrolment:A", .form),
        ("urn:Tamga:station:interior:enrolment:A", .form),
        ("urn:tamga:station:interior:enrolment:\u{212A}", .form),
        ("urn:tamga:station:interior:\u{301}enrolment:A", .form),
        ("urn:tamga:station::enrolment:A", .agency),
        ("urn:tamga:station:Interior:enrolment:A", .agency),
        ("urn:tamga:station:police:enrolment:A", .agency),
        ("urn:tamga:station:interior::A", .role(number: 1)),
        ("urn:tamga:station:interior:Enrolment:A", .role(number: 1)),
        ("urn:tamga:station:interior:enrolment+:A", .role(number: 2)),
        ("urn:tamga:station:interior:enrolment border:A", .role(number: 1)),
        ("urn:tamga:station:interior:border+superviser:A", .role(number: 2)),
        ("urn:tamga:station:interior:border+border:A", .repeatedRole(number: 2)),
        ("urn:tamga:station:interior:enrolment:", .station),
        ("urn:tamga:station:interior:enrolment:A B", .station),
        ("urn:tamga:station:interior:enrolment:A/B", .station),
        ("urn:tamga:station:interior:enrolment:A\u{0}", .station),
        ("urn:tamga:station:interior:enrolment:" + String(repeating: "x", count: 65), .station),
    ])
    func whatIsWrongIsNamed(_ uri: String, _ error: StationIdentityError) {
        #expect(throws: error) { try StationIdentity(uri: uri) }
        // Beside a good one it is not overlooked either.
        #expect(throws: error) {
            try StationIdentity(uris: ["urn:tamga:station:interior:auditor:A", uri])
        }
    }

    @Test func otherURIsAreIgnored() throws {
        #expect(try StationIdentity(uris: []) == nil)
        let others = ["https://example.org/urn:tamga:station:interior:enrolment:A", "urn:tamg", "", "urn:tamgas:x", "ü"]
        #expect(try StationIdentity(uris: others) == nil)
        let ours = "urn:tamga:station:transport:enrolment:AKT-1"
        #expect(try StationIdentity(uris: others + [ours] + others) == StationIdentity(uri: ours))
    }

    @Test func rolesOfSeveralURIsAreUnited() throws {
        let one = "urn:tamga:station:interior:enrolment:A"
        let two = "urn:tamga:station:interior:border+enrolment:A"
        #expect(try StationIdentity(uris: [one, two]) == identity(.interior, [.enrolment, .border], "A"))
        #expect(throws: StationIdentityError.otherAgency) {
            try StationIdentity(uris: [one, "urn:tamga:station:transport:enrolment:A"])
        }
        #expect(throws: StationIdentityError.otherStation) {
            try StationIdentity(uris: [one, "urn:tamga:station:interior:enrolment:B"])
        }
    }

    @Test func anIdentityHasTheRightsOfAllItsRoles() throws {
        let both = try identity(.interior, [.border, .auditor], "A")
        for right in Right.allCases {
            let held = [Role.border, .auditor].contains { RightsTable.rights(of: $0).contains(right) }
            #expect(both.has(right) == held, "\(right)")
            #expect(both.rights.contains(right) == held, "\(right)")
        }
        #expect(throws: StationIdentityError.noRole) { try identity(.interior, [], "A") }
    }

    @Test func rolesAreWrittenInOneOrder() throws {
        let identity = try identity(.interior, [.administrator, .enrolment, .border], "A-1")
        #expect(identity.description == "interior, enrolment+border+administrator, A-1")
    }

    @Test func anErrorNamesTheFieldAndWhatIsAllowed() {
        #expect(StationIdentityError.agency.description.contains("foreign-affairs"))
        #expect(StationIdentityError.role(number: 2).description.hasPrefix("role 2 unknown, allowed: enrolment, "))
        #expect(StationIdentityError.station.description.contains("1 to 64"))
        #expect(StationIdentityError.form.description.contains(StationIdentity.uriForm))
    }
}
