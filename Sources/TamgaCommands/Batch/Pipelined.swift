/// Works on many items at once and hands the results out in the order of the items.
///
/// At most `inFlight` items are worked on at a time. Once `emit` has returned false nothing more is begun, and what
/// is under way is still handed out. Returns how many results were.
@discardableResult
package func pipelined<Item: Sendable, Output: Sendable>(
    _ items: [Item], inFlight: Int, work: @escaping @Sendable (Item) async -> Output,
    emit: (Item, Output) -> Bool
) async -> Int {
    await withTaskGroup(of: (Int, Output).self) { group in
        var next = 0
        var goesOn = true
        func startNext() {
            guard goesOn, next < items.count else { return }
            let (index, item) = (next, items[next])
            next += 1
            group.addTask { (index, await work(item)) }
        }
        for _ in 0..<max(1, inFlight) { startNext() }
        var ready: [Int: Output] = [:]
        var emitted = 0
        while let (index, output) = await group.next() {
            ready[index] = output
            while let output = ready.removeValue(forKey: emitted) {
                goesOn = emit(items[emitted], output) && goesOn
                emitted += 1
            }
            startNext()
        }
        return emitted
    }
}
