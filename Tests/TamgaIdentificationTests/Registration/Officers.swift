import Synchronization
import TamgaIdentification
import TamgaRegistry
import TamgaStore
import TamgaTemplates

/// What officers ask, of persons who do not exist.
enum Officer {
    static let interior = Author(agency: .interior, station: "almaty-1", officer: "o-17")
    static let border = Author(agency: .nationalSecurity, station: "border-3")
    static let mission = Author(agency: .foreignAffairs, station: "tashkent")

    static let fourFingers: [FingerPosition] = [.rightThumb, .rightIndex, .leftThumb, .leftIndex]

    /// Somebody's fingers, by default four of them, as one impression shows them.
    static func request(
        _ person: Int, _ positions: [FingerPosition] = fourFingers, impression: Int = 0, by author: Author = interior,
        key: String? = nil, claims: [Identifier] = [], notTaken: [MissingFinger] = []
    ) throws -> RegistrationRequest {
        RegistrationRequest(
            author: author, key: key, claims: claims, status: .foreigner, ground: .residence, place: "Almaty",
            fingers: try positions.map { try Station.finger(person, $0, impression: impression, stated: $0) },
            notTaken: notTaken)
    }

    static func passport(_ number: Int) throws -> Identifier { try Identifier("document:UZB:AA\(1_000_000 + number)") }

    static func missing(_ positions: [FingerPosition], _ reason: MissingReason) -> [MissingFinger] {
        positions.map { MissingFinger(position: FingerCode($0), reason: reason) }
    }
}

/// A clock that stands where it is set.
final class SetClock: WallClock {
    private let now: Mutex<Int64>

    init(_ date: String) throws {
        now = Mutex(Int64(try CalendarDate(date).daysSince1970) * 86_400_000 + 6 * 3_600_000)
    }

    func millisecondsSince1970() -> Int64 { now.withLock { $0 } }
    func monotonicMicroseconds() -> UInt64 { 0 }
    func advance(seconds: Int64) { now.withLock { $0 += seconds * 1_000 } }
    func set(_ date: String) throws {
        let days = Int64(try CalendarDate(date).daysSince1970)
        now.withLock { $0 = days * 86_400_000 + 6 * 3_600_000 }
    }
}

/// A service that can be started again on what it wrote.
struct Registry {
    let medium = InMemoryStore.Medium()
    let clock: SetClock
    var parameters = IdentificationParameters()

    init(_ date: String = "2026-03-01") throws { clock = try SetClock(date) }

    func start() async throws -> IdentificationService {
        let service = IdentificationService(
            store: InMemoryStore(medium), shards: 2, workers: 2, clock: clock, parameters: parameters)
        try await service.rebuild()
        return service
    }
}

extension IdentificationError.Code {
    /// The code of what the body throws; nil where it throws nothing of ours.
    static func thrown(by body: () async throws -> Void) async -> Self? {
        do { try await body() } catch { return (error as? IdentificationError)?.code }
        return nil
    }
}
