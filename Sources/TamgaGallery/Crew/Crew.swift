import Dispatch
import Synchronization

/// The threads that compare, one for each core: they work off what waits.
///
/// Everything that keeps a core busy goes through one crew, so that there is never more runnable work than cores.
/// Urgencies have shares of it (``Turns``).
/// A search is an ordinary asynchronous function that runs here: its steps in order are jobs (``executor(_:)``), what
/// can be divided is a source of units that all workers draw from. Of equally urgent work, jobs come before divided
/// work, and the later stages of a search before the first of another: what has begun is finished.
public final class Crew: Sendable {
    /// Threads at work at most.
    public let workers: Int
    private let state: Mutex<State>
    private let queue: DispatchQueue
    private let executors: [CrewExecutor]

    private struct State: Sendable {
        /// Numbers of the workers that have nothing to do.
        var idle: [Int]
        /// By urgency.
        var lines = Urgency.allCases.map { _ in WorkLine() }
        var turns = Turns()
    }

    /// - Parameter workers: kept at 1 or more.
    public init(workers: Int) {
        self.workers = max(1, workers)
        state = Mutex(State(idle: Array((0..<self.workers).reversed())))
        // A quality below that of Swift's own tasks: Dispatch keeps a set of threads for each, and comparing must not
        // take those that answer.
        queue = DispatchQueue(label: "tamga.crew", qos: .utility, attributes: .concurrent)
        executors = Urgency.allCases.map(CrewExecutor.init)
        for executor in executors { executor.crew.withLock { $0 = WeakCrew(crew: self) } }
    }

    /// Where the steps of a search run that cannot be divided.
    func executor(_ urgency: Urgency) -> CrewExecutor { executors[urgency.rawValue] }

    /// Adds a job to the end of its line.
    package func add(_ job: @escaping WorkUnit, _ urgency: Urgency) {
        wake { $0.lines[urgency.rawValue].jobs.append(job) }
    }

    /// Adds a source; it is asked for units until it has none left to hand out.
    package func add(_ source: any WorkSource, _ urgency: Urgency) {
        wake { $0.lines[urgency.rawValue].add(source) }
    }

    /// What the threads are at, at this moment: jobs and divided work that wait, by urgency, and threads at work.
    package var figures: (waiting: [Int], busy: Int) {
        state.withLock { state in (state.lines.map(\.count), workers - state.idle.count) }
    }

    private func wake(_ change: (inout State) -> Void) {
        let called = state.withLock { state in
            change(&state)
            let called = state.idle
            state.idle.removeAll(keepingCapacity: true)
            return called
        }
        for worker in called { queue.async { self.work(worker) } }
    }

    /// Unit after unit until nothing waits.
    private func work(_ worker: Int) {
        while let unit = next(worker) { unit(worker) }
    }

    private func next(_ worker: Int) -> WorkUnit? {
        state.withLock { state in
            let unit = Self.next(&state)
            if unit == nil { state.idle.append(worker) }
            return unit
        }
    }

    private static func next(_ state: inout State) -> WorkUnit? {
        var waiting = Turns.Set()
        for urgency in Urgency.allCases where !state.lines[urgency.rawValue].isEmpty {
            waiting.insert(Turns.Set(urgency))
        }
        while let urgency = state.turns.next(of: waiting) {
            if let unit = state.lines[urgency.rawValue].next() {
                state.turns.served(urgency)
                return unit
            }
            waiting.remove(Turns.Set(urgency))
        }
        return nil
    }
}

/// A piece of work; it is given the number of the worker that does it, 0 ..< workers.
package typealias WorkUnit = @Sendable (_ worker: Int) -> Void

/// What waits at one urgency.
struct WorkLine: Sendable {
    var jobs = FirstInFirstOut<WorkUnit>()
    /// Those that begin something stand behind those that go on with it.
    private var sources: [any WorkSource] = []

    var isEmpty: Bool { jobs.isEmpty && sources.isEmpty }

    /// Jobs and sources that wait; a source may have many units.
    var count: Int { jobs.count + sources.count }

    mutating func add(_ source: any WorkSource) {
        guard !source.isBeginning, let first = sources.firstIndex(where: \.isBeginning) else {
            return sources.append(source)
        }
        sources.insert(source, at: first)
    }

    mutating func next() -> WorkUnit? {
        if let job = jobs.popFirst() { return job }
        while let source = sources.first {
            if let unit = source.next() { return unit }
            sources.removeFirst()
        }
        return nil
    }
}

/// Divided work. Asked under the crew's lock, so by one thread at a time; must answer quickly.
package protocol WorkSource: AnyObject, Sendable {
    /// Whether this is the first stage of searches, which waits until what others have begun is done.
    var isBeginning: Bool { get }

    /// The next unit, or nil when all have been handed out; then it is not asked again.
    func next() -> WorkUnit?
}

/// A queue that gives back its memory in passing.
package struct FirstInFirstOut<Element: Sendable>: Sendable {
    private var elements: [Element?] = []
    private var first = 0

    var isEmpty: Bool { first == elements.count }

    package var count: Int { elements.count - first }

    package init() {}

    package mutating func append(_ element: Element) { elements.append(element) }

    /// Complexity: O(1) amortised.
    package mutating func popFirst() -> Element? {
        guard first < elements.count else { return nil }
        let element = elements[first]
        elements[first] = nil
        first += 1
        if first == elements.count || first >= 64 && first * 2 >= elements.count {
            elements.removeFirst(first)
            first = 0
        }
        return element
    }
}
