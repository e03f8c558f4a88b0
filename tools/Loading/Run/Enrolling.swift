import TamgaClient
import TamgaWire

/// Fills a server with the persons of a cast, before a load.
struct Enrolling: Sendable {
    let cast: Cast
    let pool: ConnectionPool
    /// Persons on the way at the same time.
    let width: Int
    /// Takes how many are enrolled.
    let show: @Sendable (Int) -> Void

    /// - Throws: ``LoadError`` where somebody could not be enrolled.
    func run() async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            for person in 0..<cast.persons {
                if person >= width {
                    _ = try await group.next()
                    show(person - width + 1)
                }
                group.addTask { try await enrol(person) }
            }
            try await group.waitForAll()
        }
        show(cast.persons)
    }

    private func enrol(_ person: Int) async throws {
        let fingers = try cast.enrolment(person)
        let probe = Probe(
            .enrolment, .enrol(Enrol(person: cast.name(person), fingers: fingers)),
            .enrolled(person: cast.name(person), templates: fingers.count))
        let verdict = Judge(nil).verdict(await pool.ask(probe), probe.expectation)
        switch verdict {
        case .ok: return
        case .refused("person-exists"):
            throw LoadError("persons", "\(cast.name(person)) is there already: --no-enrol uses who is there")
        case .missed, .wrong, .refused, .lost:
            throw LoadError("persons", "\(cast.name(person)) was not enrolled: \(verdict)")
        }
    }
}
