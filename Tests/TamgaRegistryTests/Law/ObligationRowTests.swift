import TamgaRegistry
import Testing

/// Each sentence of the source bulletin on who must register, as a case.
@Suite struct ObligationRowTests {
    private static let law = Citation(.amendingLaw, standing: .bulletin)

    @Test func citizensRegisterOfTheirOwnWill() throws {
        for ground in QuestionSpace.grounds {
            let answer = try Asker(status: .citizen, ground: ground, place: nil).ask()
            #expect(answer.outcome == .voluntary(needsConsent: false))
            #expect(answer.citations.first == Self.law)
            #expect(answer.ifRefused == nil, "nothing follows where nothing is mandatory")
        }
    }

    /// Only the press says so: the row must say that it does.
    @Test func youngCitizensNeedConsentAndChildrenAreLeftOut() throws {
        let minor = try Asker(status: .citizen, born: "2010-01-01", ground: .voluntary).ask()
        #expect(minor.outcome == .voluntary(needsConsent: true))
        #expect(minor.citations.first?.standing == .secondary)
        let child = try Asker(status: .citizen, born: "2014-01-01", ground: .voluntary).ask()
        #expect(child.outcome == .notRequired(.underAge))
        #expect(child.citations.first?.standing == .secondary)
    }

    static let grounds: [(RegistrationGround, Int)] = [
        (.seafarerDocument, 1), (.residence, 2), (.identityDocument, 3), (.asylum, 4), (.removal, 5), (.visa, 6),
    ]

    @Test(arguments: grounds, [LegalStatus.foreigner, .stateless])
    func theSixGroundsAreMandatory(_ ground: (RegistrationGround, Int), _ status: LegalStatus) throws {
        for occasion in Occasion.allCases {
            let answer = try Asker(status: status, ground: ground.0, occasion: occasion).ask()
            #expect(answer.outcome == .mandatory)
            let place = Provision(article: "10", paragraph: 2, subparagraph: ground.1)
            let expected = [Self.law, Citation(.registrationLaw, place, standing: .publicSource)]
            #expect(answer.citations == expected)
            #expect(answer.ifRefused?.citation.provision == Provision(article: "443-1"))
            #expect(answer.ifRefused?.citation.act == .offencesCode)
        }
    }

    @Test func refusalLeadsToExpulsion() throws {
        let refusal = try #require(try Asker().ask().ifRefused)
        #expect(refusal.citation == Citation(.offencesCode, Provision(article: "443-1"), standing: .bulletin))
        #expect(refusal.text.english.contains("expulsion"))
        #expect(refusal.text.russian.contains("выдворение"))
        #expect(refusal.text.kazakh.contains("шығарып жіберуге"))
    }

    @Test(arguments: LegalStatus.allCases)
    func registrationIsOnce(_ status: LegalStatus) throws {
        for ground in QuestionSpace.grounds {
            let answer = try Asker(status: status, ground: ground, isRegistered: true).ask()
            #expect(answer.outcome == .alreadyRegistered)
            #expect(answer.citations == [Self.law])
        }
    }

    @Test(arguments: [VisaPlace.internationalAirport, .electronic])
    func visasAtAirportsAndElectronicOnesAreSuspended(_ place: VisaPlace) throws {
        let answer = try Asker(place: place).ask()
        #expect(answer.outcome == .suspended(until: try CalendarDate("2025-07-01")))
        #expect(answer.citations == [Self.law])
        #expect(try Asker(status: .stateless, place: place).ask().outcome == answer.outcome)
    }

    @Test func theSuspensionIsForVisasOnly() throws {
        for (ground, _) in Self.grounds where ground != .visa {
            #expect(try Asker(ground: ground, place: .internationalAirport).ask().outcome == .mandatory)
        }
        #expect(try Asker(place: .missionAbroad).ask().outcome == .mandatory)
        #expect(try Asker(place: nil).ask().outcome == .mandatory)
    }

    static let held: [(HeldDocument.Kind, RegistrationGround)] = [
        (.residencePermit, .residence), (.residencePermit, .identityDocument),
        (.temporaryResidencePermit, .residence), (.visa, .visa),
    ]

    @Test(arguments: held)
    func whoHeldADocumentRegistersWhenItIsRenewed(_ kind: HeldDocument.Kind, _ ground: RegistrationGround) throws {
        var asker = Asker(ground: ground, held: (kind, "2022-02-02", "2027-02-02"))
        let answer = try asker.ask()
        #expect(answer.outcome == .notNow(until: [.extension, .restoration, .replacement]))
        #expect(answer.citations == [Self.law])
        for occasion in [Occasion.extension, .restoration, .replacement] {
            asker.occasion = occasion
            #expect(try asker.ask().outcome == .mandatory)
        }
        asker.ground = nil
        asker.occasion = .firstIssue
        #expect(try asker.ask().outcome == answer.outcome)
    }

    /// Being expelled, seeking asylum, and papers of another kind are grounds of their own.
    @Test func aDocumentHeldSparesOnItsOwnGroundOnly() throws {
        for ground in [RegistrationGround.removal, .asylum, .seafarerDocument, .residence, .identityDocument] {
            #expect(try Asker(ground: ground, held: (.visa, "2022-02-02", "2027-02-02")).ask().outcome == .mandatory)
        }
        let permit = Asker(ground: .visa, held: (.residencePermit, "2022-02-02", "2027-02-02"))
        #expect(try permit.ask().outcome == .mandatory)
    }

    @Test func withoutAGroundNothingIsRequiredOfAForeigner() throws {
        for ground in [nil, RegistrationGround.voluntary] {
            #expect(try Asker(ground: ground).ask().outcome == .notRequired(.noGround))
        }
    }
}
