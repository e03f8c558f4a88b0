import Synchronization
import TamgaKernels
import TamgaMatcher
import TamgaTemplates

/// One finger of a probe on its way over all templates it may equal.
final class Scan: Sendable {
    let parts: [ScanPart]
    private let slots: SlotRow
    private let views: [ProbeLanes]
    /// What each worker found: a lock of its own for each, which nobody else asks for before the end.
    private let found: [Guarded<KeptRows>]
    private let left: Atomic<Int>
    private let tally: ScanTally
    private let stop: StopSignal?
    private let whenDone: @Sendable (Scan) -> Void

    /// - Parameters:
    ///   - parts: of `slots`, ascending by key; one at least.
    ///   - wanted: rows that are to go on, and sure to be among those found.
    ///   - tally: counts the rows that were read.
    ///   - stop: once raised, the parts left are passed over.
    ///   - whenDone: called once, after the last part; never where there is none.
    init(
        _ views: [ProbeLanes], _ parts: [ScanPart], in slots: SlotRow, wanted: Int, workers: Int, tally: ScanTally,
        stop: StopSignal? = nil, whenDone: @escaping @Sendable (Scan) -> Void
    ) {
        (self.parts, self.slots, self.views, self.stop, self.whenDone) = (parts, slots, views, stop, whenDone)
        self.tally = tally
        found = (0..<workers).map { _ in Guarded(KeptRows(wanted: wanted)) }
        left = Atomic(parts.count)
    }

    /// Rows found by all workers, after the end.
    var outcome: [KeptRows] { found.map { $0.value.withLock { $0 } } }

    /// One part for several scans: block after block, so that it is read from memory once. All have the part, each in
    /// a snapshot of its own.
    static func run(_ scans: [(scan: Scan, part: Int)], _ worker: Int, _ tools: inout Tools) {
        let blocks = scans.map { scan, part in scan.blocks(of: part) }
        for index in 0..<(blocks.map(\.count).max() ?? 0) {
            for (entry, scan) in scans.enumerated() where index < blocks[entry].count {
                scan.scan.measure(blocks[entry][index], scan.part, worker, &tools)
            }
        }
        for (scan, _) in scans where scan.left.subtract(1, ordering: .acquiringAndReleasing).newValue == 0 {
            scan.whenDone(scan)
        }
    }

    private func blocks(of part: Int) -> [RowBlock] {
        guard stop?.isRaised != true else { return [] }
        let (key, slot) = (parts[part].key, parts[part].slot)
        let all = slots[slot].blocks(at: key.position)
        let blocks = Array(all[key.block..<min(all.count, key.block + GalleryLimits.blocksPerPart)])
        tally.add(rows: blocks.reduce(0) { $0 + $1.count }, shard: Int(key.shard))
        return blocks
    }

    private func measure(_ block: RowBlock, _ part: Int, _ worker: Int, _ tools: inout Tools) {
        tools.score(views, block)
        let slot = parts[part].slot
        let live = slots[slot].live
        found[worker].value.withLock { kept in
            for row in 0..<block.count {
                let score = tools.scores[row]
                guard live[block.owner(row)] else { continue }
                kept.count(score)
                guard score > kept.floor else { continue }
                kept.keep(ScoredRow(score: score, key: RowKey(slot: slot, address: block.address(row))))
            }
        }
    }
}

/// A value behind a lock, in a place of its own.
final class Guarded<Value: Sendable>: Sendable {
    let value: Mutex<Value>

    init(_ value: Value) { self.value = Mutex(value) }
}
