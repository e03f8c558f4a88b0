import Dispatch
import Synchronization
import TamgaStore
import Testing

extension ConformanceTests {
    @Test(arguments: StoreKind.all)
    func whatWasEnrolledIsThereAfterReopening(_ kind: StoreKind) throws {
        let bed = try kind.bed()
        let store = try bed.open()
        for number in 1...20 { try store.enrolSample(number) }
        try store.deleteSample(4)
        let before = try store.all()
        let counts = try store.counts()
        store.close()
        let again = try bed.open()
        #expect(try again.all() == before)
        #expect(try again.counts() == counts)
    }

    @Test(arguments: StoreKind.all)
    func numbersAreNeverUsedAgain(_ kind: StoreKind) throws {
        let bed = try kind.bed()
        var numbers: [UInt64] = []
        for number in 1...4 {
            let store = try bed.open()
            numbers.append(try store.enrolSample(number))
            numbers.append(try store.deleteSample(number).sequence)
            #expect(try store.counts().sequence == numbers.last)
            store.close()
        }
        #expect(numbers == [1, 2, 3, 4, 5, 6, 7, 8])
    }

    @Test(arguments: StoreKind.all)
    func aClosedStoreRefusesEverything(_ kind: StoreKind) throws {
        let store = try kind.bed().open()
        try store.enrolSample(1)
        store.close()
        store.close()
        #expect(code { try store.enrolSample(2) } == .closed)
        #expect(code { try store.deleteSample(1) } == .closed)
        #expect(code { _ = try store.read(Samples.person(1)) } == .closed)
        #expect(code { _ = try store.all() } == .closed)
        #expect(code { _ = try store.counts() } == .closed)
    }

    /// Each person has a number of records that follows from their number, so that half a change would show.
    @Test(arguments: StoreKind.all)
    func readersSeeWholeChangesWhileOthersWrite(_ kind: StoreKind) throws {
        let store = try kind.bed().open()
        let persons = 150
        let problems = Mutex<[String]>([])
        let group = DispatchGroup()
        let queue = DispatchQueue(label: "readers and a writer", attributes: .concurrent)
        let work: [@Sendable () throws -> Void] = [
            { for number in 1...persons { try store.enrolSample(number, records: Self.telling(number)) } },
            { for _ in 1...30 { try Self.readWhole(store) } },
            { for _ in 1...30 { try Self.readWhole(store) } },
            {
                for number in 1...persons {
                    guard let person = try store.read(Samples.person(number)) else { continue }
                    guard person.records == Self.telling(number) else { throw StoreError(.failed, "half a person") }
                }
            },
        ]
        for item in work {
            queue.async(group: group) {
                do { try item() } catch { problems.withLock { $0.append("\(error)") } }
            }
        }
        group.wait()
        #expect(problems.withLock { $0 } == [])
        #expect(try store.counts().persons == UInt64(persons))
    }

    /// Two writers at once: the numbers of their changes are those of one after another.
    @Test(arguments: StoreKind.all)
    func writersTakeTurns(_ kind: StoreKind) throws {
        let store = try kind.bed().open()
        let numbers = Mutex<[UInt64]>([])
        DispatchQueue.concurrentPerform(iterations: 4) { writer in
            for turn in 0..<20 {
                guard let number = try? store.enrolSample(writer * 100 + turn) else { continue }
                numbers.withLock { $0.append(number) }
            }
        }
        #expect(numbers.withLock { $0.sorted() } == Array(1...80))
        #expect(try store.all().map(\.sequence) == Array(1...80))
    }

    private static func telling(_ number: Int) -> [StoredRecord] {
        Samples.records(number, count: number % 5 + 1)
    }

    private static func readWhole(_ store: any PersonStore) throws {
        let floor = try store.counts().persons
        let all = try store.all()
        guard all.map(\.sequence) == Array(0..<UInt64(all.count)).map({ $0 + 1 }), all.count >= floor,
            all.allSatisfy({ $0.records == telling(Int($0.sequence)) })
        else { throw StoreError(.failed, "a scan saw half a change") }
    }
}
