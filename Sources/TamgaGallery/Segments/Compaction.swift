import TamgaTemplates

/// A segment written anew, exactly as large as what is still alive in it: one block after the other, position by
/// position, each full; persons keep their indices, and those who are gone only a line in the tables.
struct Compaction {
    private let source: SegmentSlot
    private let plan: Plan

    /// What goes where, before anything is written.
    private struct Plan {
        struct Block {
            let position: FingerPosition
            let number: Int
            var shape: BlockShape
        }
        var blocks: [Block] = []
        var blocksPerPosition = 0
        var references = 0
        var idBytes = 0
    }

    init(_ source: SegmentSlot, _ shape: SegmentShape) {
        self.source = source
        plan = Self.plan(source, shape)
    }

    private static func plan(_ source: SegmentSlot, _ shape: SegmentShape) -> Plan {
        var plan = Plan()
        for position in FingerPosition.allCases {
            var number = 0
            var filled = BlockShape(rows: 0, minutiae: 0)
            func close() {
                guard filled.rows > 0 else { return }
                plan.blocks.append(Plan.Block(position: position, number: number, shape: filled))
                number += 1
                filled = BlockShape(rows: 0, minutiae: 0)
            }
            for block in source.blocks(at: position) {
                for row in 0..<block.count where source.live[block.owner(row)] {
                    let minutiae = block.minutiae(row).count
                    if filled.rows == shape.rowsPerBlock || filled.minutiae + minutiae > shape.minutiaePerBlock {
                        close()
                    }
                    filled = BlockShape(rows: filled.rows + 1, minutiae: filled.minutiae + minutiae)
                    plan.references += 1
                }
            }
            close()
            plan.blocksPerPosition = max(plan.blocksPerPosition, number)
        }
        for person in 0..<source.personCount where source.live[person] {
            plan.idBytes += source.idByteCount(of: person)
        }
        return plan
    }

    /// - Parameter start: bytes left free at the start of the region.
    func run(leaving start: Int) throws(SystemError) -> (segment: Segment, extent: SegmentExtent) {
        let layout = SegmentLayout(
            persons: source.personCount, references: plan.references, idBytes: plan.idBytes,
            blocks: plan.blocks.count, blocksPerPosition: plan.blocksPerPosition, start: start)
        let body = plan.blocks.reduce(0) { $0 + $1.shape.byteCount }
        let region = try Region(bytes: layout.body + body, hugePages: true)
        let segment = Segment(region, layout, .compact)
        var extent = SegmentExtent()
        let addresses = copyRows(into: segment, &extent)
        copyPersons(into: segment, addresses, &extent)
        return (segment, extent)
    }

    /// Returns the new address of each of the source's addresses.
    private func copyRows(into segment: Segment, _ extent: inout SegmentExtent) -> [RowAddress] {
        var start = segment.layout.body
        var rows = LiveRows(source)
        var addresses = [RowAddress](repeating: RowAddress(bits: 0), count: source.addressCount)
        for (index, block) in plan.blocks.enumerated() {
            let lane = block.position.lane
            segment.setBlock(index, at: block.position, number: block.number, start: start, block.shape)
            segment.setClosedRows(index, block.shape.rows)
            let writer = BlockWriter(segment.region, at: start, block.shape)
            for row in 0..<block.shape.rows {
                guard let (from, old) = rows.next(at: block.position) else { break }
                let (owner, ordinal) = (from.owner(old), from.ordinal(old))
                writer.copy(row, from: from, old, owner: owner, ordinal: ordinal)
                addresses[source.addressRange(of: owner).lowerBound + ordinal] = RowAddress(
                    position: block.position, block: block.number, row: row)
            }
            extent.blocks += 1
            extent.blocksByPosition[lane] = UInt16(block.number + 1)
            extent.rowsOfLast[lane] = UInt16(block.shape.rows)
            start += block.shape.byteCount
        }
        return addresses
    }

    private func copyPersons(into segment: Segment, _ addresses: [RowAddress], _ extent: inout SegmentExtent) {
        for person in 0..<source.personCount {
            if source.live[person] {
                let first = source.addressRange(of: person).lowerBound
                segment.append(addresses[first..<first + source.rows(of: person).count], to: &extent)
                segment.append(idOf: person, in: source.segment, to: &extent)
            }
            segment.setPerson(person, source.number(of: person), extent)
            extent.persons += 1
        }
    }
}

/// The rows of a slot whose persons are alive, position by position, in the order of their blocks.
private struct LiveRows {
    private let slot: SegmentSlot
    private var blocks: RowBlocks
    private var position = FingerPosition.unknown
    private var block: RowBlock?
    private var nextBlock = 0
    private var row = 0

    init(_ slot: SegmentSlot) {
        self.slot = slot
        blocks = slot.blocks(at: .unknown)
    }

    mutating func next(at position: FingerPosition) -> (RowBlock, Int)? {
        if position != self.position {
            (self.position, blocks) = (position, slot.blocks(at: position))
            (block, nextBlock, row) = (nil, 0, 0)
        }
        while true {
            if let block {
                while row < block.count {
                    row += 1
                    if slot.live[block.owner(row - 1)] { return (block, row - 1) }
                }
            }
            guard nextBlock < blocks.count else { return nil }
            (block, row) = (blocks[nextBlock], 0)
            nextBlock += 1
        }
    }
}

extension Segment {
    /// The next addresses of the tables.
    fileprivate func append(_ addresses: ArraySlice<RowAddress>, to extent: inout SegmentExtent) {
        precondition(extent.references + addresses.count <= layout.references)
        // SAFETY: in bounds as just checked, of a segment that nobody knows yet.
        let table = unsafe region.write(UInt32.self, at: layout.addresses, count: layout.references)
        for address in addresses {
            unsafe table[extent.references] = address.bits
            extent.references += 1
        }
    }

    /// The next identifier of the pool.
    fileprivate func append(idOf person: Int, in other: Segment, to extent: inout SegmentExtent) {
        // SAFETY: `other` is held; two regions do not overlap; the region checks the bounds.
        let bytes = unsafe other.idBytes(of: person)
        let pool = unsafe region.write(UInt8.self, at: layout.pool + extent.idBytes, count: bytes.count)
        for index in bytes.indices { unsafe pool[index] = bytes[index] }
        extent.idBytes += bytes.count
    }
}
