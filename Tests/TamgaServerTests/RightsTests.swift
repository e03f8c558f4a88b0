import NIOCore
import TamgaRegistry
import TamgaServer
import TamgaTLS
import TamgaWire
import Testing

/// Which right a request needs, and what a session does where it is missing.
@Suite struct RightsTests {
    /// Written down a second time: a change of the mapping must be meant.
    private static let needed: [MessageKind: Right] = [
        .enrol: .enrol, .addEncounter: .enrol, .update: .update, .identify: .lookUp, .verify: .verify, .read: .read,
        .delete: .delete, .merge: .merge, .stats: .statistics, .register: .enrol, .lookUp: .lookUp, .link: .link,
        .unlink: .unlink, .refuse: .enrol, .remove: .recordRemoval, .liftBan: .recordRemoval,
        .alerts: .readAlerts, .due: .readDue, .history: .readAudit, .close: .lookUp, .certificate: .issueCertificate,
    ]

    @Test func everyRequestNeedsItsRightAndOnlyHelloPingAndCancelNeedNone() {
        for kind in MessageKind.allCases { #expect(kind.requiredRight == Self.needed[kind], "\(kind.name)") }
        let free = MessageKind.allCases.filter { $0.direction == .requests && $0.requiredRight == nil }
        #expect(free == [.hello, .ping, .cancel])
    }

    @Test func requestsOfAllKindsAreTried() throws {
        let kinds = MessageKind.allCases.filter { $0.direction == .requests }
        #expect(Set(try requestsOfAllKinds().map(\.kind)) == Set(kinds))
    }

    @Test(arguments: Role.allCases) func aRoleMayAskWhatItHasTheRightToAndNothingElse(role: Role) throws {
        let caller = Caller(.transport, roles: [role])
        for request in try requestsOfAllKinds().dropFirst() {
            var machine = try SessionMachine.established(as: .known(caller))
            let actions = try machine.receive(event(request, 2))
            guard let right = request.kind.requiredRight else {
                #expect(actions.count == 1 && actions.first?.answer?.kind == request.kind.answer)
                continue
            }
            if RightsTable.rights(of: role).contains(right) {
                guard case .start(2, request, caller, _, _) = actions.first else { throw Failure("\(actions)") }
            } else {
                expectDenied(actions, right, "this station (transport, \(role.rawValue)) has: ")
                #expect(machine.inFlight.isEmpty && machine.state == .established)
            }
        }
    }

    @Test func aDenialNamesTheRightAndWhatTheStationHas() throws {
        let caller = Caller(roles: [.auditor, .border])
        var machine = try SessionMachine.established(as: .known(caller))
        let actions = try machine.receive(event(.merge(Merge(person: "p", other: "q")), 2))
        guard case .send(2, .error(let error), .merge) = actions.first else { throw Failure("\(actions)") }
        #expect(error.code == .denied && error.field == "kind" && !error.isRetryable)
        #expect(
            error.message == "the right 'merge' is missing; this station (interior, border+auditor) has: "
                + "look-up, verify, read, record-removal, read-alerts, read-audit, statistics")
    }

    /// The longest list of rights must not be cut: it is what the operator acts on.
    @Test func theLongestDenialFitsAnError() throws {
        let most = Caller(.nationalSecurity, roles: Set(Role.allCases))
        #expect(most.identity.rights.count == Right.allCases.count)
        let rights = most.identity.rights.map(\.rawValue).joined(separator: ", ")
        #expect(rights.utf8.count + most.identity.roleText.utf8.count + 200 < WireLimits.errorTextBytes.upperBound)
    }

    @Test func withoutAnIdentityThereIsHelloAndPingAndNothingElse() throws {
        for request in try requestsOfAllKinds().dropFirst() {
            var machine = try SessionMachine.established(as: .unnamed)
            let actions = try machine.receive(event(request, 2))
            if let right = request.kind.requiredRight {
                expectDenied(actions, right, "names no agency and no role")
            } else {
                #expect(actions.last?.answer?.kind == request.kind.answer)
            }
        }
    }

    @Test func aDeniedBodyIsNotLookedAt() throws {
        var machine = try SessionMachine.established(as: .unnamed)
        let bad = Frame(requestID: 6, kind: .identify, body: .init(bytes: [0x80, 1, 0, 0]))
        expectDenied(machine.receive(.frame(bad)), .lookUp, "missing")
    }

    @Test func anAnswerIsNoRequestWhoeverSendsIt() throws {
        for standing in [Standing.unnamed, .example] {
            var machine = try SessionMachine.established(as: standing)
            let frame = Frame(requestID: 6, kind: .deleted, body: .init())
            expectError(machine.receive(.frame(frame)), .unknownKind, id: 6)
        }
    }

    @Test func aCertificateThatCannotBeReadGetsNoSession() throws {
        var machine = SessionMachine.example()
        machine.handshakeCompleted(.refused(.role(number: 2)))
        let actions = try machine.receive(event(hello, 1))
        expectEnd(actions, .denied, id: 1)
        guard case .send(1, .error(let error), .hello) = actions.first else { throw Failure("\(actions)") }
        #expect(error.field == "certificate" && error.message.contains("role 2 unknown, allowed: enrolment, "))
        #expect(try machine.receive(event(ping(), 2)).isEmpty && !machine.takesFrames)
    }

    @Test func theWelcomeSaysWhomTheStationIsTakenFor() throws {
        let welcomes: [Welcome] = try [Standing.known(Caller(.transport, roles: [.border, .enrolment])), .unnamed].map {
            var machine = SessionMachine.example()
            machine.handshakeCompleted($0)
            guard case .welcome(let welcome)? = try machine.receive(event(hello, 1)).last?.answer else {
                throw Failure("no welcome")
            }
            return welcome
        }
        #expect(welcomes[0].agency == "transport" && welcomes[0].roles == ["enrolment", "border"])
        #expect(welcomes[0].station == "A-1")
        #expect(welcomes[1].agency == nil && welcomes[1].roles.isEmpty && welcomes[1].station == nil)
    }

    @Test func theStandingComesFromTheCertificate() throws {
        func standing(_ uris: [String]) -> Standing {
            Standing(
                PeerCertificate(subject: "CN=x", serialNumber: "1", sha256Fingerprint: [1, 2, 3], uris: uris))
        }
        let caller = Caller(roles: [.border])
        #expect(standing(["https://example.org", caller.identity.uri]) == .known(caller))
        #expect(standing([]) == .unnamed && standing(["https://example.org"]) == .unnamed)
        #expect(standing([caller.identity.uri, "urn:tamga:station:interior:boss:A-1"]) == .refused(.role(number: 1)))
    }

    private func expectDenied(
        _ actions: [SessionAction], _ right: Right, _ words: String, _ place: SourceLocation = #_sourceLocation
    ) {
        guard case .send(_, .error(let error), _) = actions.first, actions.count == 1 else {
            Issue.record("\(actions)", sourceLocation: place)
            return
        }
        #expect(error.code == .denied && error.field == "kind", sourceLocation: place)
        #expect(error.message.hasPrefix("the right '\(right.rawValue)' is missing"), sourceLocation: place)
        #expect(error.message.contains(words), sourceLocation: place)
    }
}

extension SessionAction {
    var answer: Answer? {
        switch self {
        case .send(_, let answer, _): answer
        case .pong(_, let payload): .pong(Pong(payload: payload))
        default: nil
        }
    }
}
