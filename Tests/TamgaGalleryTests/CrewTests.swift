import Dispatch
import Synchronization
import TamgaGallery
import Testing

@Suite struct CrewTests {
    @Test(arguments: [0, 1, 7, 100, 1_001]) func everyIndexOnceAndInOrder(count: Int) async {
        for workers in [0, 1, 2, 5] {
            let crew = Crew(workers: workers)
            for grain in [0, 1, 3, 2_000] {
                let squares = await crew.map(count, grain: grain, .border) { worker, index in
                    worker < crew.workers ? index * index : -1
                }
                #expect(squares == (0..<count).map { $0 * $0 })
            }
        }
    }

    /// However much is asked for at once: there is never more running than there are workers.
    @Test func noMoreAtWorkThanWorkers() async {
        let crew = Crew(workers: 2)
        let presence = Presence()
        await withTaskGroup(of: Void.self) { group in
            for task in 0..<20 {
                group.addTask {
                    await crew.run(task % 2 == 0 ? .border : .bulk) {
                        presence.note()
                        _ = await crew.map(50, .border) { _, _ in presence.note() }
                    }
                }
            }
        }
        #expect((1...2).contains(presence.most))
    }

    @Test func aBlockedCallerGetsItsValue() {
        let crew = Crew(workers: 1)
        let sum = crew.wait(.bulk) { await crew.map(10, .bulk) { $1 }.reduce(0, +) }
        #expect(sum == 45)
    }

    /// Units in the order in which they were done, by one worker who was kept waiting until all were there.
    private func order(of units: Int, _ add: (Crew, @escaping @Sendable (String) -> Void) -> Void) -> [String] {
        let crew = Crew(workers: 1)
        let done = Mutex<[String]>([])
        let (isHeld, mayBegin, isOver) = (
            DispatchSemaphore(value: 0), DispatchSemaphore(value: 0), DispatchSemaphore(value: 0)
        )
        crew.add(
            { _ in
                isHeld.signal()
                mayBegin.wait()
            }, .border)
        isHeld.wait()
        add(crew) { name in
            let count = done.withLock {
                $0.append(name)
                return $0.count
            }
            if count == units { isOver.signal() }
        }
        mayBegin.signal()
        isOver.wait()
        return done.withLock { $0 }
    }

    @Test func theUrgentOvertakesAndTheOthersGetTheirTurn() {
        let order = order(of: 44) { crew, note in
            crew.add(Units(4) { note("bulk") }, .bulk)
            crew.add(Units(40) { note("urgent") }, .border)
        }
        let share = Turns.shares[0] / Turns.shares[2]
        let urgent = Array(repeating: "urgent", count: share)
        // The unit that kept the worker waiting was an urgent one.
        #expect(Array(order.prefix(2 * share + 2)) == ["bulk"] + urgent + ["bulk"] + urgent)
        #expect(order.filter { $0 == "bulk" }.count == 4)
    }

    @Test func whatHasBegunIsFinishedFirst() {
        let order = order(of: 5) { crew, note in
            crew.add(Units(2, isBeginning: true) { note("first stage") }, .border)
            crew.add(Units(2) { note("later stage") }, .border)
            crew.add({ _ in note("step") }, .border)
        }
        #expect(order == ["step", "later stage", "later stage", "first stage", "first stage"])
    }
}

/// How many are in `note` at the same time.
private final class Presence: Sendable {
    private let counts = Mutex((now: 0, most: 0))

    var most: Int { counts.withLock { $0.most } }

    func note() {
        counts.withLock { $0 = ($0.now + 1, max($0.most, $0.now + 1)) }
        counts.withLock { $0.now -= 1 }
    }
}

/// So many units that all do the same.
private final class Units: WorkSource {
    let isBeginning: Bool
    private let left: Mutex<Int>
    private let body: @Sendable () -> Void

    init(_ count: Int, isBeginning: Bool = false, _ body: @escaping @Sendable () -> Void) {
        left = Mutex(count)
        (self.body, self.isBeginning) = (body, isBeginning)
    }

    func next() -> WorkUnit? {
        let isLeft = left.withLock { left in
            left -= 1
            return left >= 0
        }
        guard isLeft else { return nil }
        return { _ in self.body() }
    }
}
