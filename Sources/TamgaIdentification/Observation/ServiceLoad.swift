public import TamgaGallery

/// How much a service has to do at one moment, and what it holds: for who watches.
public struct ServiceLoad: Hashable, Sendable {
    /// What there is of one urgency.
    public struct Line: Hashable, Sendable {
        public let urgency: Urgency
        /// Searches under way, and those that wait for their turn.
        public let running, waiting: Int
        /// Until a search that came now would be done; 0 where nothing is known yet.
        public let expectedMicroseconds: UInt64
        /// Jobs and divided work that wait for a thread that compares.
        public let crewWaiting: Int
    }

    /// One for each urgency, the most urgent first.
    public let lines: [Line]
    /// Threads that compare: all, and those at work.
    public let workers, busyWorkers: Int
    /// Changes that wait to be made, and reads of the store that wait for a thread.
    public let changesWaiting, readsWaiting: Int
    /// Whether requests are answered; until then there are no shards.
    public let isReady: Bool
    /// The number of the newest snapshot.
    public let snapshot: UInt64
    public let shards: [ShardFigures]
}

extension IdentificationService {
    /// The figures of this moment; never fails, never waits. Complexity: O(blocks of the gallery), so seldom.
    public func load() -> ServiceLoad {
        let gallery = try? self.gallery()
        let (running, waiting, expected) = (admissions.running, admissions.waiting, admissions.expected)
        let (crewWaiting, busy) = crew.figures
        return ServiceLoad(
            lines: Urgency.allCases.map { urgency in
                let index = urgency.rawValue
                return ServiceLoad.Line(
                    urgency: urgency, running: running[index], waiting: waiting[index],
                    expectedMicroseconds: expected[index], crewWaiting: crewWaiting[index])
            },
            workers: crew.workers, busyWorkers: busy, changesWaiting: changes.waitingCount,
            readsWaiting: reads.waitingCount, isReady: gallery != nil, snapshot: gallery?.snapshot().number ?? 0,
            shards: gallery?.figures ?? [])
    }
}
