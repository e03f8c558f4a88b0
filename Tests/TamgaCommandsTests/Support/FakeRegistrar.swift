import Synchronization
import TamgaClient
import TamgaCommands
import TamgaWire

/// Answers what it was told to, in that order, and keeps what it was asked. One of them stands for a server, however
/// often it is connected to.
final class FakeRegistrar: RegistrationStation {
    struct State {
        var answers: [Result<Assessment, ClientError>] = []
        var registrations: [Register] = []
        var lookUps: [CaptureSubject] = []
        var notes: [FactRequest] = []
        var certificates: [IssueCertificate] = []
        /// What came before each piece that was asked for.
        var pieces: [FactReference?] = []
        var connections = 0
        var isClosed = 0
    }

    private let state: Mutex<State>
    private let alertPieces: [AlertList]
    private let noteFailure: ClientError?

    init(
        _ answers: [Result<Assessment, ClientError>] = [], alerts: [AlertList] = [], noteFailure: ClientError? = nil
    ) {
        state = Mutex(State(answers: answers))
        (alertPieces, self.noteFailure) = (alerts, noteFailure)
    }

    /// The number of this connection, from 1.
    func connected() -> Int {
        state.withLock { state in
            state.connections += 1
            return state.connections
        }
    }

    var seen: State { state.withLock { $0 } }

    private func next() throws(ClientError) -> Assessment {
        let answer = state.withLock { $0.answers.isEmpty ? nil : $0.answers.removeFirst() }
        guard let answer else { throw ClientError(.closed, "the test has no further answer") }
        return try answer.get()
    }

    func register(_ subject: CaptureSubject, key: WireKey?) async throws(ClientError) -> Assessment {
        state.withLock { $0.registrations.append(Register(key: key, subject: subject)) }
        return try next()
    }

    func lookUp(_ subject: CaptureSubject) async throws(ClientError) -> Assessment {
        state.withLock { $0.lookUps.append(subject) }
        return try next()
    }

    func issueCertificate(person: String, officer: String?) async throws(ClientError) -> Certified {
        state.withLock { $0.certificates.append(IssueCertificate(person: person, officer: officer)) }
        if let noteFailure { throw noteFailure }
        return Certified(serial: "77", file: Array("%PDF-whole".utf8), microseconds: 2_000)
    }

    private func noted(_ request: FactRequest) throws(ClientError) -> FactReference {
        state.withLock { $0.notes.append(request) }
        if let noteFailure { throw noteFailure }
        return FactReference(number: 13, ordinal: 2)
    }

    func link(_ request: Link) async throws(ClientError) -> Linked {
        Linked(fact: try noted(.link(request)), microseconds: 1_500)
    }

    func unlink(_ request: Unlink) async throws(ClientError) -> Unlinked {
        Unlinked(fact: try noted(.unlink(request)), microseconds: 1_500)
    }

    func refuse(_ request: Refuse) async throws(ClientError) -> Refused {
        Refused(fact: try noted(.refuse(request)), microseconds: 1_500)
    }

    func remove(_ request: Remove) async throws(ClientError) -> Removed {
        Removed(fact: try noted(.remove(request)), microseconds: 1_500)
    }

    func liftBan(_ request: LiftBan) async throws(ClientError) -> BanLifted {
        BanLifted(fact: try noted(.liftBan(request)), microseconds: 1_500)
    }

    func closeFact(_ request: Close) async throws(ClientError) -> Closed {
        let opened: OpenedFact = request.what == "due" ? .due : .alert
        return Closed(fact: try noted(.close(request, opened)), microseconds: 1_500)
    }

    /// The pieces in their order.
    func alerts(after: FactReference?, limit: UInt16) async throws(ClientError) -> AlertList {
        let number = state.withLock { state in
            state.pieces.append(after)
            return state.pieces.count
        }
        guard alertPieces.indices.contains(number - 1) else { throw ClientError(.connectionLost, "gone") }
        return alertPieces[number - 1]
    }

    func due(after: FactReference?, limit: UInt16) async throws(ClientError) -> DueList {
        let finger = NotTakenFinger(position: 3, reason: "bandaged")
        return DueList(
            items: [
                DueEntry(
                    fact: FactReference(number: 12, ordinal: 1), person: nil, since: 1_700_000_000_123,
                    claims: ["names:DOE/JANE/"], notTaken: [finger], place: "Алматы")
            ], hasMore: false)
    }

    func history(person: String, after: FactReference?, limit: UInt16) async throws(ClientError) -> HistoryList {
        let places = [FactReference(number: 12, ordinal: 0), FactReference(number: 12, ordinal: 1)]
        let contents = [#"{"verdict":"new-person"}"#, "not JSON"]
        return HistoryList(
            items: zip(places, contents).map { place, content in
                HistoryEntry(
                    fact: place, at: 1_700_000_000_123, agency: "interior", station: "ALA-07", officer: nil,
                    kind: "registered", content: content)
            }, hasMore: false)
    }

    func close() async { state.withLock { $0.isClosed += 1 } }
}

/// Connects to one registrar, but for the attempts of these numbers, from 1.
struct FakeConnector: StationConnector {
    let server: FakeRegistrar
    let refusing: [Int]

    func connect() async throws(ClientError) -> FakeRegistrar {
        if refusing.contains(server.connected()) { throw ClientError(.cannotReach, "connection refused") }
        return server
    }
}
