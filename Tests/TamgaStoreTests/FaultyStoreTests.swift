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
        case (.enrol, .after): #expect(second == .personExists)
        case (.delete, .after): #expect(second == .personUnknown)
        default: #expect(second == nil)
        }
    }

    @Test func aFaultOfOneOperationLeavesTheOthersAlone() throws {
        let store = FaultyStore(InMemoryStore())
        store.failNext(.delete, .before, .full)
        try store.enrolSample(1)
        #expect(try store.all().count == 1)
        #expect(code { _ = try store.delete(Samples.person(1)) } == .full)
        #expect(try store.counts().persons == 1)
    }

    private static func call(_ operation: FaultyStore.Operation, _ store: FaultyStore) throws {
        switch operation {
        case .enrol: try store.enrolSample(2)
        case .delete: _ = try store.delete(Samples.person(1))
        case .read: _ = try store.read(Samples.person(1))
        case .scan: _ = try store.all()
        case .counts: _ = try store.counts()
        }
    }
}
