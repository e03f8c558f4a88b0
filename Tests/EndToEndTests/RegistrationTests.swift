import Foundation
import TamgaHarness
import TamgaSynthesis
import TamgaTemplates
import TamgaTestSupport
import Testing

/// Registration through the real programs: stations of several agencies, the border, the certificate.
@Suite struct RegistrationTests {
    /// A server that signs certificates, and the fingers of persons who do not exist.
    private struct Office {
        let place: Workplace
        let publicKey: String
        private let population = SyntheticPopulation(seed: 51, difficulty: .easy)
        private var privateKey: String { place.directory.appendingPathComponent("issuer.key").path }

        init(_ name: String) throws {
            place = try Workplace(named: name)
            publicKey = place.directory.appendingPathComponent("issuer.pub").path
            try openssl(["genpkey", "-algorithm", "ed25519", "-out", privateKey])
            try openssl(["pkey", "-in", privateKey, "-pubout", "-out", publicKey])
        }

        func start() throws -> ServerProcess {
            try ServerProcess(in: place, arguments: ["--certificate-key", privateKey])
        }

        private func openssl(_ arguments: [String]) throws {
            let outcome = try Command.run(URL(fileURLWithPath: "/usr/bin/openssl"), arguments, in: place)
            guard outcome.status == 0 else { throw HarnessError("openssl: \(outcome.errors)") }
        }

        /// The options for these fingers of a person.
        func fingers(_ person: Int, _ positions: [FingerPosition], impression: Int) throws -> [String] {
            try positions.flatMap { position in
                let name = "\(person)-\(position.name)-\(impression).iso"
                let file = place.directory.appendingPathComponent(name)
                let template = population.person(person).finger(position).impression(impression)
                try Data(ISO19794_2_2005.encode([template])).write(to: file)
                return ["--finger", "\(position.name)=\(file.path)"]
            }
        }
    }

    private struct Assessment: Decodable {
        struct Ban: Decodable { let person, removal, owner: String; let until: String? }
        let outcome, verdict: String
        let person: String?
        let identifiers, next: [String]
        let bans: [Ban]
        let alerts: Int
        let replay: Bool
    }

    private struct AlertList: Decodable {
        struct Alert: Decodable {
            let person, agency, removal: String
            let cameAs: String?
            enum CodingKeys: String, CodingKey { case person, agency, removal, cameAs = "came_as" }
        }
        let alerts: [Alert]
    }

    private static let hand: [FingerPosition] = [.rightThumb, .rightIndex, .rightMiddle, .leftIndex]
    private static let rest = FingerPosition.fingers.filter { !hand.contains($0) }

    private func register(
        _ office: Office, _ server: ServerProcess, _ person: Int, impression: Int, _ claims: [String],
        identity: String = "enrolment", more: [String] = []
    ) throws -> Assessment {
        let fingers = try office.fingers(person, Self.hand, impression: impression)
        let options = claims.flatMap { ["--claim", $0] } + ["--status", "foreigner", "--ground", "visa"] + more
        return try server.tamga(["register", "--json"] + fingers + options, identity: identity).json()
    }

    /// From the expulsion to the alert on a later enrolment under another name, across a kill of the server.
    @Test func theBorderKnowsWhoIsBannedAndIsToldWhenTheyComeBack() throws {
        let office = try Office("tamga-border")
        defer { office.place.remove() }
        var server = try office.start()
        let first = try register(office, server, 1, impression: 1, ["document:UZB:AA1000001"])
        #expect(first.outcome == "registered")
        let person = try #require(first.person)

        let expelled = try server.tamga(
            [
                "expel", "--person", person, "--ground", "article 517", "--date", "2026-01-15", "--ban-forever",
            ], identity: "border")
        #expect(expelled.status == 0, "\(expelled.errors)")
        server.kill()
        server = try office.start()

        let two = try office.fingers(1, [.rightIndex, .leftIndex], impression: 2)
        let seen: Assessment = try server.tamga(["look-up", "--json"] + two, identity: "border").json()
        #expect(seen.outcome == "assessed" && seen.person == person)
        #expect(seen.identifiers == ["document:UZB:AA1000001"] && seen.next.contains("entry-ban"))
        #expect(seen.bans.map(\.person) == [person] && seen.bans.first?.until == nil)

        let back = try register(
            office, server, 1, impression: 3, ["document:KGZ:ZZ9000009"], identity: "mission")
        #expect(back.outcome == "not-registered" && back.verdict == "same-person-other-identity" && back.alerts == 1)
        let direct = try office.fingers(1, Self.hand, impression: 4)
        let enrolled = try server.tamga(["enrol", "--person", "other-name"] + direct, identity: "transport")
        #expect(enrolled.status == 0)

        let alerts: AlertList = try server.tamga(["alerts", "--json"], identity: "border").json()
        #expect(alerts.alerts.map(\.cameAs) == [nil, "other-name"])
        #expect(alerts.alerts.map(\.agency) == ["foreign-affairs", "transport"])
        #expect(alerts.alerts.allSatisfy { $0.person == person && $0.removal == seen.bans.first?.removal })
        #expect(server.stop() == 0)
    }

    @Test func aLostAnswerIsGivenAgainAfterAKill() throws {
        let office = try Office("tamga-replay")
        defer { office.place.remove() }
        var server = try office.start()
        let key = ["--key", "lost-answer-1"]
        let first = try register(office, server, 2, impression: 1, [], more: key)
        server.kill()
        server = try office.start()
        let again = try register(office, server, 2, impression: 1, [], more: key)
        #expect(again.replay && again.outcome == "registered" && again.person == first.person)
        let other = try office.fingers(2, Self.hand, impression: 2)
        let reused = try server.tamga(["register"] + other + key, identity: "enrolment")
        #expect(reused.status == 3 && reused.errors.contains("key-reused"))
    }

    @Test func deniedCallsSayWhichRightIsMissing() throws {
        let office = try Office("tamga-denied")
        defer { office.place.remove() }
        let server = try office.start()
        let fingers = try office.fingers(3, Self.hand, impression: 1)
        for (identity, command, right) in [
            ("border", ["register"] + fingers, "enrol"),
            ("enrolment", ["alerts"], "read-alerts"),
            ("enrolment", ["history", "--person", "p"], "read-audit"),
            ("auditor", ["look-up"] + fingers, "look-up"),
            ("enrolment", ["unlink", "--person", "p", "--identifier", "document:UZB:A1", "--reason", "r"], "unlink"),
        ] {
            let outcome = try server.tamga(command, identity: identity)
            #expect(outcome.status == 3 && outcome.errors.contains("'\(right)'"), "\(outcome.errors)")
        }
    }

    @Test func aCertificateIsVerifiedAndRefusedAfterOneChangedByte() throws {
        let office = try Office("tamga-certificate")
        defer { office.place.remove() }
        let server = try office.start()
        let missing = Self.rest.flatMap { ["--not-taken", "\($0.name)=missing"] }
        let person = try #require(
            try register(office, server, 4, impression: 1, [], more: missing + ["--place", "Алматы"]).person)
        let file = office.place.directory.appendingPathComponent("certificate.pdf")
        let issued = try server.tamga(
            ["certificate", "issue", "--person", person, "--out", file.path], identity: "enrolment")
        #expect(issued.status == 0, "\(issued.errors)")

        let verify = ["certificate", "verify", file.path, "--public-key", office.publicKey]
        let authentic = try server.tamga(verify)
        #expect(authentic.status == 0 && authentic.output.contains(person), "\(authentic.errors)")
        let whole = try Data(contentsOf: file)
        var changed = whole
        changed[whole.count / 2] ^= 1
        try changed.write(to: file)
        let refused = try server.tamga(verify)
        #expect(refused.status == 1, "\(refused.output)")
        try whole.write(to: file)
        #expect(try server.tamga(verify).status == 0)
        let incomplete = try #require(try register(office, server, 5, impression: 1, []).person)
        let without = try server.tamga(
            ["certificate", "issue", "--person", incomplete, "--out", file.path + ".2"], identity: "enrolment")
        #expect(without.status == 3 && without.errors.contains("nothing is known of"), "\(without.errors)")
        try picture(of: file, in: office.place)
    }

    /// As a picture, where the program for that is there.
    private func picture(of file: URL, in place: Workplace) throws {
        let program = URL(fileURLWithPath: "/usr/bin/pdftoppm")
        guard FileManager.default.isExecutableFile(atPath: program.path) else {
            print("no pdftoppm (package poppler-utils): the certificate was not opened as a picture")
            return
        }
        let picture = place.directory.appendingPathComponent("page")
        let outcome = try Command.run(
            program, ["-png", "-r", "60", "-singlefile", file.path, picture.path], in: place)
        #expect(outcome.status == 0 && outcome.errors.isEmpty, "\(outcome.errors)")
        #expect(try Data(contentsOf: picture.appendingPathExtension("png")).count > 5_000)
    }
}
