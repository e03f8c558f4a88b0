import TamgaStore
import Testing

/// The store that fails on demand does so once, at the moment asked for.
@Suite struct FaultyStoreTests {
    @Test(arguments: FaultyStore.Operation.allCases, FaultyStore.Moment.allCases)
    func failsOnceAndThenNoMore(operation: FaultyStore.Operation, moment: FaultyStore.Moment) throws {
        let store = FaultyStore(InMemoryStore())
        try store.enrolSample(1)
        store.failNext(operation, moment, .ioFailed)
        #expect(code { try Self.call(operation, store) } == .ioFailed)
        let second = code { try Self.call(operation, store) }
        switch (operation, moment) {
        case (.apply, .after): #expect(second == .personExists)
        default: #expect(second == nil)
        }
    }

    @Test func aFaultOfOneOperationLeavesTheOthersAlone() throws {
        let store = FaultyStore(InMemoryStore())
        try store.enrolSample(1)
        store.failNext(.apply, .before, .full)
        #expect(try store.all().count == 1)
        #expect(code { try store.deleteSample(1) } == .full)
        #expect(try store.counts().persons == 1)
    }

    private static func call(_ operation: FaultyStore.Operation, _ store: FaultyStore) throws {
        switch operation {
        case .apply: try store.enrolSample(2)
        case .read: _ = try store.read(Samples.person(1))
        case .scan: _ = try store.all()
        case .facts: _ = try store.facts(of: Samples.person(1))
        case .scanFacts: try store.scanFacts(after: 0) { _ throws(StoreError) in }
        case .deletions: _ = try store.deletions(after: 0, limit: 1)
        case .counts: _ = try store.counts()
        }
    }
}
