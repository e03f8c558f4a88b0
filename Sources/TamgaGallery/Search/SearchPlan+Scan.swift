import TamgaKernels
import TamgaMatcher
import TamgaTemplates

/// Stage 1: S1 against every template that a finger of the probe may equal.
extension SearchPlan {
    /// For each finger that is scanned the templates to look at closer, best first.
    ///
    /// The cut is one over the whole snapshot: it depends neither on the shards nor on the threads.
    func scan(_ look: Look) -> [[RankedRow]] {
        let probe = look.scanned
        let widths = probe.fingers.map { finger in
            Self.width(
                least: parameters.leastSurvivors, perThousand: parameters.survivorsPerThousand,
                of: shards.reduce(0) { $0 + $1.comparable(with: finger.position) })
        }
        let parts = Parallel.fold(
            count: slots.count, workers: workers, state: { ScanWorker(widths: widths) },
            { worker, slot in
                worker.scan(slots[slot], number: UInt32(slot), probe: probe, gate: look.rotation.steps)
            })
        return widths.indices.map { finger in
            Array(parts.flatMap { $0.best[finger].rows }.sorted { $0.precedes($1) }.prefix(widths[finger]))
        }
    }
}

/// One thread's part of stage 1; its buffers are used again from segment to segment.
private struct ScanWorker: Sendable {
    private(set) var best: [BestRows]
    private var sums: [Int32] = []
    private var similarities: [Float] = []

    init(widths: [Int]) {
        best = widths.map(BestRows.init(capacity:))
    }

    mutating func scan(_ slot: SegmentSlot, number: UInt32, probe: PreparedProbe, gate: Int) {
        for position in FingerPosition.allCases {
            guard probe.asks(for: position) else { continue }
            for block in slot.blocks(at: position) {
                for (finger, asked) in probe.fingers.enumerated() where asked.position.mayEqual(position) {
                    measure(asked, block, gate: gate)
                    keep(finger, block, slot, number: number)
                }
            }
        }
    }

    /// For each row the normalised sum of the view that is most alike.
    private mutating func measure(_ finger: PreparedProbe.Finger, _ block: RowBlock, gate: Int) {
        sums.removeAll(keepingCapacity: true)
        sums.append(contentsOf: repeatElement(0, count: block.count))
        similarities.removeAll(keepingCapacity: true)
        similarities.append(contentsOf: repeatElement(0, count: block.count))
        // SAFETY: the columns have so many elements, and are copied while the block is held.
        let signatures = unsafe Array(UnsafeBufferPointer(start: block.signatures, count: 2 * block.minutiae))
        let angles = unsafe Array(UnsafeBufferPointer(start: block.angles, count: block.minutiae))
        let ends = unsafe Array(UnsafeBufferPointer(start: block.ends, count: block.count))
        for lanes in finger.lanes {
            SignatureScan.score(
                lanes, gate: gate, signatures: signatures, angles: angles, ends: ends, into: &sums)
            for row in sums.indices {
                let similarity = Matcher.normalised(scan: sums[row], lanes.count, block.minutiae(row).count)
                similarities[row] = max(similarities[row], similarity)
            }
        }
    }

    private mutating func keep(
        _ finger: Int, _ block: RowBlock, _ slot: SegmentSlot, number: UInt32
    ) {
        for row in similarities.indices {
            let owner = block.owner(row)
            guard slot.live[owner], best[finger].mayKeep(similarities[row]) else { continue }
            best[finger].offer(
                RankedRow(
                    score: similarities[row], number: slot.number(of: owner),
                    ordinal: UInt16(block.ordinal(row)), segment: number, owner: UInt32(owner),
                    address: block.address(row)))
        }
    }
}
