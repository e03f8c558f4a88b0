import TamgaRegistry
import TamgaServer
import TamgaTestSupport
import TamgaWire
import Testing

/// Rights over the loopback with real TLS and certificates that differ only in what they say of the station.
@Suite(.timeLimit(.minutes(2))) struct RightsServerTests {
    @Test(arguments: [
        ("station", Agency.interior, Role.administrator), ("enrolment", .interior, .enrolment),
        ("border", .interior, .border), ("supervisor", .interior, .supervisor), ("auditor", .interior, .auditor),
        ("mission", .foreignAffairs, .enrolment), ("transport", .transport, .enrolment),
    ])
    func aStationMayWhatItsCertificateSays(_ certificate: String, _ agency: Agency, _ role: Role) async throws {
        try await ServerBed.run { bed in
            let enrol = Request.enrol(Enrol(person: "p", fingers: [try record(of: 1)]))
            #expect(try await bed.station().ask(enrol, 2).kind == .enrolled)

            let station = try await bed.stranger(certificate)
            guard case .welcome(let welcome) = try await station.ask(hello, 1) else { throw Failure("no welcome") }
            #expect(welcome.agency == agency.rawValue && welcome.roles == [role.rawValue])
            #expect(welcome.station == "\(certificate)-1")
            for (id, request) in zip((2 as UInt64)..., try requestsOfAllKinds().dropFirst()) {
                let answer = try await station.ask(request, id)
                let isHeld = request.kind.requiredRight.map(RightsTable.rights(of: role).contains) ?? true
                if isHeld {
                    #expect(answer.errorCode == Self.refusal(of: request.kind, to: role), "\(request.kind)")
                } else {
                    guard case .error(let error) = answer else { throw Failure("\(request.kind) was done") }
                    #expect(error.code == .denied && error.message.contains("\(agency.rawValue), \(role.rawValue)"))
                }
            }
        }
    }

    /// What the service says, which holds nothing, issues no certificates, and has nothing open: not the gate.
    private static func refusal(of kind: MessageKind, to role: Role) -> WireErrorCode? {
        switch kind {
        case .delete, .addEncounter, .update, .merge, .link, .unlink, .remove, .liftBan, .history: .personUnknown
        // What is due is closed by who may read it, though the request itself takes less.
        case .close: RightsTable.rights(of: role).contains(.readDue) ? .factUnknown : .denied
        case .certificate: .unknownKind
        default: nil
        }
    }

    @Test func whatIsDeniedIsNotDone() async throws {
        try await ServerBed.run { bed in
            let border = try await bed.station("border")
            let enrol = Request.enrol(Enrol(person: "p", fingers: [try record(of: 1)]))
            #expect(try await border.ask(enrol, 2).errorCode == .denied)
            let station = try await bed.station()
            let read = Request.read(Read(person: "p", includesRecords: false))
            #expect(try await station.ask(read, 2).errorCode == .personUnknown)
            #expect(try await station.ask(enrol, 3).kind == .enrolled)
            let supervisor = try await bed.station("supervisor")
            #expect(try await bed.station("enrolment").ask(.delete(Delete(person: "p")), 2).errorCode == .denied)
            #expect(try await supervisor.ask(.delete(Delete(person: "p")), 2).kind == .deleted)
        }
    }

    @Test func aStationWithoutRoleMaySayHelloAndPing() async throws {
        try await ServerBed.run { bed in
            let station = try await bed.stranger("no-role")
            guard case .welcome(let welcome) = try await station.ask(hello, 1) else { throw Failure("no welcome") }
            #expect(welcome.agency == nil && welcome.roles.isEmpty && welcome.station == nil)
            for (id, request) in zip((2 as UInt64)..., try requestsOfAllKinds().dropFirst()) {
                let answer = try await station.ask(request, id)
                let isFree = request.kind.requiredRight == nil
                #expect(isFree ? answer.kind == request.kind.answer : answer.errorCode == .denied)
            }
        }
    }

    @Test func aMalformedURIIsToldAndTheSessionClosed() async throws {
        let good = "URI:urn:tamga:station:interior:administrator:A"
        for (name, names, words) in [
            ("bad-role", "URI:urn:tamga:station:interior:boss:A", "role 1 unknown"),
            ("bad-beside-good", "\(good), URI:urn:tamga:station:police:border:A", "agency unknown"),
            ("two-stations", "\(good), URI:urn:tamga:station:interior:border:B", "different stations"),
            ("bad-case", "URI:URN:TAMGA:station:interior:administrator:A", "is not of the form"),
        ] {
            try CertificateFolder.makeStation(name, names: names)
            try await ServerBed.run { bed in
                let station = try await bed.stranger(name)
                guard case .error(let error) = try await station.ask(hello, 1) else { throw Failure("\(name)") }
                #expect(error.code == .denied && error.field == "certificate" && error.message.contains(words))
                #expect(try await station.next() == .closed)
            }
        }
    }

    @Test func rolesOfSeveralURIsAreUnited() async throws {
        let uris = ["enrolment", "auditor"].map { "URI:urn:tamga:station:transport:\($0):T" }
        try CertificateFolder.makeStation("united", names: uris.joined(separator: ", "))
        try await ServerBed.run { bed in
            let station = try await bed.stranger("united")
            guard case .welcome(let welcome) = try await station.ask(hello, 1) else { throw Failure("no welcome") }
            #expect(welcome.agency == "transport" && welcome.roles == ["enrolment", "auditor"])
            #expect(try await station.ask(.stats(Stats()), 2).kind == .statistics)
            #expect(try await station.ask(.merge(Merge(person: "p", other: "q")), 3).errorCode == .denied)
        }
    }

    /// A URI with a NUL ends before anything is said: TLS itself refuses the certificate.
    @Test func aURIWithANulGetsNoFurtherThanTheHandshake() async throws {
        let bytes = Array("urn:tamga:station:interior:administrator:A\0B".utf8)
        try CertificateFolder.makeStation("nul", names: CertificateFolder.names(uri: bytes))
        try await ServerBed.run { bed in
            let station = try await bed.stranger("nul")
            try? await station.send(hello, 1)
            #expect(try await station.next() == .closed)
        }
    }
}
