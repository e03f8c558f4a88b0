import TamgaRegistry
import Testing

@Suite struct CompetenceTests {
    private let table = Competence.kazakhstan

    /// Article 11, paragraph 1, and the missions of the bulletin.
    @Test(arguments: [
        (RegistrationGround.seafarerDocument, [Agency.transport], []),
        (.residence, [.interior], []), (.identityDocument, [.interior], []), (.asylum, [.interior], []),
        (.removal, [.interior, .nationalSecurity], []), (.visa, [.interior], [Agency.foreignAffairs]),
        (.voluntary, [.interior], [.foreignAffairs]),
    ])
    func whoRegisters(_ ground: RegistrationGround, _ inCountry: [Agency], _ abroad: [Agency]) {
        #expect(table.agencies(on: ground, at: .inCountry) == inCountry)
        #expect(table.agencies(on: ground, at: .abroad) == abroad)
        for agency in Agency.allCases {
            #expect(table.allows(agency, on: ground, at: .inCountry) == inCountry.contains(agency))
            #expect(table.allows(agency, on: ground, at: .abroad) == abroad.contains(agency))
        }
    }

    /// Otherwise somebody would be obliged to what nobody may do.
    @Test func everyGroundHasABodyInTheCountry() {
        for ground in RegistrationGround.allCases {
            #expect(!table.agencies(on: ground, at: .inCountry).isEmpty, "\(ground)")
        }
    }

    @Test func rowsAreFoundByTheNamesThatStationsCarry() {
        let names = ["foreign-affairs", "interior", "national-security", "transport"]
        #expect(table.byAgency.keys.sorted() == names)
        #expect(table.byAgency.values.flatMap { $0 }.count == table.rows.count)
        #expect(table.byAgency["foreign-affairs"]?.map(\.place) == [.abroad])
        #expect(table.byAgency["police"] == nil)
    }

    @Test func rowsAreWellFormed() {
        #expect(Set(table.rows.map(\.id)).count == table.rows.count)
        #expect(table.rows.allSatisfy { !$0.citations.isEmpty && !$0.grounds.isEmpty })
        let seafarers = table.rows.first { $0.agency == .transport }
        #expect(seafarers?.citations.map(\.standing) == [.publicSource], "not in the bulletin")
    }
}
