import Dispatch
import Synchronization
import TamgaGallery
import TamgaMatcher
import TamgaRegistry
public import TamgaStore

/// The operations and their guarantees: owns the gallery, answers for the store.
///
/// - An enrolment or a deletion is answered once it is durable in the store and seen by every later search.
/// - Changes are made one after another, those that arrive together in one durable transaction; a search never waits
///   for them, and sees the gallery between two of them.
/// - What the store refuses leaves the gallery as it was.
/// - No call blocks the thread it comes from: reading, describing and comparing happen on Dispatch.
///
/// Everything but ``rebuild(progress:)`` and ``statistics()`` throws `.notReady` until a rebuild has succeeded.
public final class IdentificationService: Sendable {
    let store: any PersonStore
    let clock: any WallClock
    let parameters: IdentificationParameters
    let shards: Int
    /// The threads that describe and compare, which keep the cores busy.
    let crew: Crew
    /// Where searches wait their turn.
    let admissions: Admissions
    /// Who watches; nil for nobody, which costs nothing.
    let observer: (any ServiceObserver)?
    /// Reading from the store: `workers` at a time.
    let reads: WorkQueue
    /// Changes and rebuilds: one turn at a time.
    let writes = WorkQueue(label: "tamga.writes", quality: .userInitiated, limit: 1)
    /// Changes that wait for a turn.
    let changes: ChangeQueue
    let memory: MemoryCeiling
    /// What nobody waits for, and what has to be done in its time all the same, however much there is to compare: who
    /// was deleted has to be gone from every file.
    let upkeep = WorkQueue(label: "tamga.upkeep", quality: .userInitiated, limit: 1)
    /// What answers, together: nil until a rebuild.
    private let current = Mutex<Holdings?>(nil)
    /// What of the book and the thresholds a verdict goes by.
    let verdictPolicy: VerdictPolicy
    let alertTarget: TargetFPIR

    /// What is held in memory.
    struct Holdings: Sendable {
        let gallery: Gallery
        let registrar: Registrar
        let arrivals: ArrivalLog
    }

    /// - Parameters:
    ///   - store: the truth; nobody else may change it while the service lives.
    ///   - shards: of the gallery, 1 or more.
    ///   - workers: threads that describe and compare, and reads from the store at the same time, 1 or more.
    ///   - observer: is told what takes how long.
    public init(
        store: any PersonStore, shards: Int, workers: Int, clock: any WallClock,
        parameters: IdentificationParameters = IdentificationParameters(), observer: (any ServiceObserver)? = nil
    ) {
        self.observer = observer
        self.store = store
        self.clock = clock
        self.parameters = parameters
        self.shards = max(1, shards)
        verdictPolicy = parameters.verdicts
        alertTarget = TargetFPIR(parameters.alertFPIR) ?? .usual
        changes = ChangeQueue(mostChanges: parameters.changesPerCommit)
        memory = MemoryCeiling(limit: parameters.galleryBytes)
        admissions = Admissions(
            limit: IdentificationLimits.searchesAtOnce, longestWait: parameters.longestWaits, clock: clock)
        crew = Crew(workers: workers)
        reads = WorkQueue(label: "tamga.reads", quality: .userInitiated, limit: workers)
    }

    /// The figures of this moment; never fails, never waits.
    public func statistics() -> ServiceStatistics {
        let gallery = current.withLock { $0?.gallery }
        let snapshot = gallery?.snapshot()
        return ServiceStatistics(
            isReady: gallery != nil, persons: snapshot?.persons ?? 0, references: snapshot?.references ?? 0,
            snapshot: snapshot?.number ?? 0, shards: gallery?.shardCount ?? shards, matcher: Matcher.version)
    }

    /// Milliseconds until a search that came now would be done, by urgency, going by those before it; 0 where nothing
    /// is known yet.
    public func expectedWaits() -> [Int] { admissions.expected.map { Int(clamping: $0 / 1_000) } }

    /// Lets requests that wait and whose stop signal was raised go now, and not only when it is somebody's turn.
    public func releaseStopped() { admissions.sweep() }

    /// Runs what keeps a core busy on the threads for that, once there is room for another search.
    ///
    /// - Throws: `.overloaded`, `.deadlineExceeded`, `.cancelled`, and what the body throws.
    func compute<Value: Sendable>(
        _ terms: RequestTerms, _ body: @escaping @Sendable () async throws(IdentificationError) -> Value
    ) async throws(IdentificationError) -> Value {
        var lap = self.lap
        do throws(IdentificationError) {
            return try await admissions.pass(terms) { () async throws(IdentificationError) in
                lap.end(.admission)
                let outcome = await crew.run(terms.urgency) { () async -> Result<Value, IdentificationError> in
                    do throws(IdentificationError) { return .success(try await body()) } catch {
                        return .failure(error)
                    }
                }
                return try outcome.get()
            }
        } catch {
            // A search that was stopped cannot tell why.
            guard error.code == .cancelled, let reason = terms.stop?.reason else { throw error }
            throw IdentificationError(reason)
        }
    }

    /// - Throws: `.deadlineExceeded` or `.cancelled` where nobody wants what comes next any more.
    package func check(_ terms: RequestTerms) throws(IdentificationError) {
        try terms.check(at: clock.monotonicMicroseconds())
    }

    func gallery() throws(IdentificationError) -> Gallery {
        try holdings().gallery
    }

    func registrar() throws(IdentificationError) -> Registrar {
        try holdings().registrar
    }

    private func holdings() throws(IdentificationError) -> Holdings {
        guard let holdings = current.withLock({ $0 }) else { throw .notReady }
        return holdings
    }

    /// On the queue of changes, where there is a gallery.
    func arrivals() throws(IdentificationError) -> ArrivalLog { try holdings().arrivals }

    /// Nil takes the service out of operation until a rebuild.
    func use(_ holdings: Holdings?) {
        current.withLock { $0 = holdings }
    }

    func microseconds(since start: UInt64) -> UInt64 {
        let now = clock.monotonicMicroseconds()
        return now > start ? now - start : 0
    }
}
