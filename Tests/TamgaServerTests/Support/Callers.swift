import Logging
import Synchronization
import TamgaRegistry
import TamgaServer
import TamgaWire

extension Caller {
    /// A caller who may do everything.
    static let example = Caller(roles: [.administrator])

    /// A caller of an agency with these roles, by the name `A-1`.
    init(_ agency: Agency = .interior, roles: Set<Role>) {
        do {
            self.init(
                identity: try StationIdentity(agency: agency, roles: roles, station: "A-1"), certificate: [1, 2, 3])
        } catch { preconditionFailure("\(error)") }
    }
}

extension Standing {
    static let example = Standing.known(.example)
}

/// One request of each kind a client may send, the hello first.
func requestsOfAllKinds() throws -> [Request] {
    let fingers = [try record(of: 1)]
    return [
        hello, ping(), .cancel(Cancel(request: 99)), .enrol(Enrol(person: "new", fingers: fingers)),
        .identify(Identify(fingers: fingers)),
        .verify(Verify(person: "p", fingers: fingers)), .read(Read(person: "p", includesRecords: false)),
        .delete(Delete(person: "nobody")), .addEncounter(AddEncounter(person: "nobody", fingers: fingers)),
        .update(Update(person: "nobody", encounter: 1, fingers: fingers)),
        .merge(Merge(person: "nobody", other: "none")), .stats(Stats()),
    ] + requestsOfRegistration(fingers)
}

private func requestsOfRegistration(_ fingers: [FingerRecord]) -> [Request] {
    let (subject, fact) = (CaptureSubject(fingers: fingers), FactReference(number: 1, ordinal: 0))
    return [
        .register(Register(key: nil, subject: subject)), .lookUp(LookUp(subject: subject)),
        .link(Link(person: "nobody", identifier: "document:UZB:A1")),
        .unlink(Unlink(person: "nobody", identifier: "document:UZB:A1", reason: "a slip")),
        .refuse(Refuse(person: nil)),
        .remove(Remove(person: "nobody", removal: "expulsion", ground: "article 517", date: "2026-01-15")),
        .liftBan(LiftBan(person: "nobody", removal: fact, reason: "a court")), .alerts(Alerts(limit: 10)),
        .due(Due(limit: 10)), .history(History(person: "nobody", limit: 10)), .close(Close(what: "due", fact: fact)),
        .certificate(IssueCertificate(person: "nobody")),
    ]
}

/// Keeps what is logged: the message and the metadata of each line.
final class LineKeeper: Sendable {
    private let kept = Mutex<[(message: String, metadata: [String: String])]>([])

    var lines: [(message: String, metadata: [String: String])] { kept.withLock { $0 } }

    var logger: Logger {
        Logger(label: "test") { _ in Handler(keeper: self) }
    }

    private func keep(_ message: String, _ metadata: Logger.Metadata) {
        kept.withLock { $0.append((message, metadata.mapValues { "\($0)" })) }
    }

    private struct Handler: LogHandler {
        let keeper: LineKeeper
        var metadata: Logger.Metadata = [:]
        var logLevel = Logger.Level.trace

        subscript(metadataKey key: String) -> Logger.Metadata.Value? {
            get { metadata[key] }
            set { metadata[key] = newValue }
        }

        func log(event: LogEvent) {
            keeper.keep("\(event.message)", metadata.merging(event.metadata ?? [:]) { $1 })
        }
    }
}
