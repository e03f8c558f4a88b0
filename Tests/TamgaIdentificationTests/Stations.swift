import Synchronization
import TamgaCrypto
import TamgaIdentification
import TamgaRegistry
import TamgaStore
import TamgaSynthesis
import TamgaTemplates

/// What a station would send, made from persons who do not exist.
enum Station {
    static let population = SyntheticPopulation(seed: 815, difficulty: .easy)
    static let iso = TemplateFormat.iso2005.rawValue

    static func template(_ person: Int, _ position: FingerPosition, impression: Int = 0) -> FingerTemplate {
        population.person(person).finger(position).impression(impression)
    }

    /// One record of these views.
    static func record(_ views: [FingerTemplate]) throws -> [UInt8] {
        try ISO19794_2_2005.encode(views)
    }

    static func finger(
        _ person: Int, _ position: FingerPosition, impression: Int = 0, stated: FingerPosition? = nil
    ) throws -> FingerSubmission {
        FingerSubmission(
            position: stated, format: iso,
            record: try record([template(person, position, impression: impression)]))
    }

    /// The right thumb of a person under another finger's name.
    static func renamed(_ person: Int, _ position: FingerPosition) throws -> [UInt8] {
        var thumb = template(person, .rightThumb)
        thumb.position = position
        return try record([thumb])
    }

    static func enrolment(
        _ person: Int, _ positions: [FingerPosition] = [.rightIndex, .leftIndex]
    ) throws -> EnrolmentRequest {
        EnrolmentRequest(person: name(person), fingers: try positions.map { try finger(person, $0) })
    }

    static func probe(
        _ person: Int, _ positions: [FingerPosition] = [.rightIndex, .leftIndex]
    ) throws -> [FingerSubmission] {
        try positions.map { try finger(person, $0, impression: 1) }
    }

    /// Other impressions of a person's fingers, for an encounter or an update.
    static func fingers(
        _ person: Int, _ positions: [FingerPosition] = [.rightIndex, .leftIndex], impression: Int = 2
    ) throws -> [FingerSubmission] {
        try positions.map { try finger(person, $0, impression: impression) }
    }

    static func name(_ person: Int) -> String { "person-\(person)" }

    /// One finger that all persons share: quickly made, where nobody is to be told from others.
    static func cheapEnrolment(_ person: Int) -> EnrolmentRequest {
        EnrolmentRequest(person: name(person), fingers: sharedFinger)
    }

    private static let sharedFinger: [FingerSubmission] = (try? [finger(0, .rightIndex)]) ?? []

    /// A finger with this many minutiae, all near each other.
    static func sparse(_ minutiae: Int) throws -> FingerSubmission {
        let near = (0..<minutiae).map { index -> Minutia in
            let (x, y, angle) = (Int16(100 + 12 * index), Int16(150 + 7 * index), UInt8(20 * index))
            return Minutia(x: x, y: y, angle: angle, kind: .ending, quality: 60)
        }
        let template = FingerTemplate(position: .rightIndex, width: 300, height: 400, minutiae: near)
        return FingerSubmission(format: iso, record: try record([template]))
    }
}

/// A clock that moves on by 7 microseconds whenever it is read.
final class CountingClock: WallClock {
    private let reads = Mutex<UInt64>(0)

    func millisecondsSince1970() -> Int64 { 1_700_000_000_123 }

    func monotonicMicroseconds() -> UInt64 {
        reads.withLock {
            $0 += 7
            return $0
        }
    }
}

extension IdentificationService {
    /// A service in operation.
    static func ready(
        _ store: any PersonStore = InMemoryStore(), shards: Int = 2, workers: Int = 2,
        parameters: IdentificationParameters = IdentificationParameters()
    ) async throws -> IdentificationService {
        let service = IdentificationService(
            store: store, shards: shards, workers: workers, clock: CountingClock(), parameters: parameters)
        try await service.rebuild()
        return service
    }
}

/// A store that fails where it is told to, before anything is changed.
final class FailingStore: PersonStore {
    enum Call: Hashable { case enrol, delete, read, scan, counts }

    private let inner = InMemoryStore()
    private let failing = Mutex<[Call: StoreError]>([:])

    func fail(_ call: Call, with error: StoreError?) {
        failing.withLock { $0[call] = error }
    }

    private func check(_ call: Call) throws(StoreError) {
        if let error = failing.withLock({ $0[call] }) { throw error }
    }

    func apply(_ changes: [StoreChange]) throws(StoreError) -> [Result<AppliedChange, StoreError>] {
        for change in changes {
            if case .delete = change { try check(.delete) } else { try check(.enrol) }
        }
        return try inner.apply(changes)
    }

    func read(_ person: PersonID) throws(StoreError) -> PersonRecord? {
        try check(.read)
        return try inner.read(person)
    }

    func scan(after sequence: UInt64, _ body: (PersonRecord) throws(StoreError) -> Void) throws(StoreError) {
        try inner.scan(after: sequence, body)
        try check(.scan)
    }

    func facts(of person: PersonID) throws(StoreError) -> [StoredFact] { try inner.facts(of: person) }

    func scanFacts(after number: UInt64, _ body: (StoredFact) throws(StoreError) -> Void) throws(StoreError) {
        try inner.scanFacts(after: number, body)
    }

    func deletions(after sequence: UInt64, limit: Int) throws(StoreError) -> [DeletionEntry] {
        try inner.deletions(after: sequence, limit: limit)
    }

    func segmentKey() throws(StoreError) -> SecretKey { try inner.segmentKey() }

    func counts() throws(StoreError) -> StoreCounts {
        try check(.counts)
        return try inner.counts()
    }

    func close() { inner.close() }
}
