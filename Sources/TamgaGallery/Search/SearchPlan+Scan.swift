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
            let columns = slot.segment.columns[Int(position.rawValue)]
            guard columns.count > 0, probe.asks(for: position) else { continue }
            for (finger, asked) in probe.fingers.enumerated() where asked.position.mayEqual(position) {
                measure(asked, columns, gate: gate)
                keep(finger, columns, slot, number: number, position: position)
            }
        }
    }

    /// For each row the normalised sum of the view that is most alike.
    private mutating func measure(_ finger: PreparedProbe.Finger, _ columns: FingerColumns, gate: Int) {
        sums.removeAll(keepingCapacity: true)
        sums.append(contentsOf: repeatElement(0, count: columns.count))
        similarities.removeAll(keepingCapacity: true)
        similarities.append(contentsOf: repeatElement(0, count: columns.count))
        for lanes in finger.lanes {
            SignatureScan.score(
                lanes, gate: gate, signatures: columns.signatures, angles: columns.angles, ends: columns.ends,
                into: &sums)
            for row in sums.indices {
                let similarity = Matcher.normalised(scan: sums[row], lanes.count, columns.minutiae(row).count)
                similarities[row] = max(similarities[row], similarity)
            }
        }
    }

    private mutating func keep(
        _ finger: Int, _ columns: FingerColumns, _ slot: SegmentSlot, number: UInt32, position: FingerPosition
    ) {
        for row in similarities.indices {
            let owner = columns.owners[row]
            guard slot.live[Int(owner)], best[finger].mayKeep(similarities[row]) else { continue }
            best[finger].offer(
                RankedRow(
                    score: similarities[row], number: slot.segment.persons[Int(owner)].number,
                    ordinal: columns.ordinals[row], segment: number, owner: owner, row: UInt16(row),
                    position: position))
        }
    }
}
