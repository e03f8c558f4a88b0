import TamgaTemplates

/// Whether all that a segment from a file says of itself fits together: after that, reading it cannot lead outside.
///
/// The layout is known to end within the region.
struct SegmentCheck {
    private let segment: Segment
    private let extent: SegmentExtent
    private var layout: SegmentLayout { segment.layout }

    init(_ segment: Segment, _ extent: SegmentExtent) { (self.segment, self.extent) = (segment, extent) }

    func run() throws(SegmentFileRefusal) {
        guard layout.persons <= PersonPlace.personsPerSegment else { throw .inconsistent("persons") }
        try checkEnds(layout.idEnds, upTo: layout.idBytes, each: GalleryLimits.identifierBytes, "identifiers")
        let mostReferences = GalleryLimits.referencesPerPerson.upperBound
        try checkEnds(layout.addressEnds, upTo: layout.references, each: mostReferences, "addresses")
        try checkAddresses(try checkBlocks())
    }

    /// Ends that never fall, rise by so much at most, and come to the whole.
    private func checkEnds(_ offset: Int, upTo whole: Int, each: Int, _ part: String) throws(SegmentFileRefusal) {
        // SAFETY: the tables lie within the region.
        let ends = unsafe segment.region.read(UInt32.self, at: offset, count: layout.persons)
        guard unsafe Self.rise(ends, layout.persons, upTo: whole, each: each) else { throw .inconsistent(part) }
    }

    private static func rise(_ ends: UnsafePointer<UInt32>, _ count: Int, upTo whole: Int, each: Int) -> Bool {
        var last: UInt32 = 0
        var isSound = true
        for index in 0..<count {
            // SAFETY: the caller has read so many. A fall wraps round and is larger than any step.
            let end = unsafe ends[index]
            isSound = isSound && end &- last <= UInt32(each)
            last = end
        }
        return isSound && Int(last) == whole
    }

    /// Blocks lie one after the other, position by position; returns them for each position.
    private func checkBlocks() throws(SegmentFileRefusal) -> [[RowBlock]] {
        var start = layout.body
        var index = 0
        var blocks: [[RowBlock]] = []
        for position in FingerPosition.allCases {
            let count = extent.blocks(at: position)
            guard count <= layout.blocksPerPosition, index + count <= layout.blocks else {
                throw .inconsistent("directory")
            }
            var blocksHere: [RowBlock] = []
            for number in 0..<count {
                guard segment.blockIndex(at: position, number) == index, segment.blockStart(index) == start else {
                    throw .inconsistent("directory")
                }
                let shape = segment.blockShape(index)
                guard 1...RowAddress.rowsPerBlock ~= shape.rows, shape.minutiae <= Int(UInt16.max),
                    segment.closedRows(index) == shape.rows, start + shape.byteCount <= segment.region.byteCount
                else { throw .inconsistent("blocks") }
                let block = segment.block(at: position, number, rows: shape.rows)
                // SAFETY: the column lies within the region.
                guard unsafe Self.rise(block.ends, shape.rows, upTo: shape.minutiae, each: GalleryLimits.minutiae)
                else { throw .inconsistent("rows") }
                blocksHere.append(block)
                start += shape.byteCount
                index += 1
            }
            guard blocksHere.last?.count ?? 0 == extent.rowsOfLast(at: position) else { throw .inconsistent("blocks") }
            blocks.append(blocksHere)
        }
        guard index == layout.blocks, start == segment.region.byteCount else { throw .inconsistent("blocks") }
        return blocks
    }

    /// Every address leads to a row that says it is this person's template of this number; there are as many addresses
    /// as rows, so that every row has one owner.
    private func checkAddresses(_ blocks: [[RowBlock]]) throws(SegmentFileRefusal) {
        guard blocks.joined().reduce(0, { $0 + $1.count }) == layout.references else {
            throw .inconsistent("addresses")
        }
        for person in 0..<layout.persons {
            for (ordinal, address) in segment.addresses(of: person).enumerated() {
                let lane = Int(address.bits >> 28)
                guard lane < blocks.count, address.block < blocks[lane].count,
                    address.row < blocks[lane][address.block].count
                else { throw .inconsistent("addresses") }
                guard blocks[lane][address.block].owner(address.row) == person,
                    blocks[lane][address.block].ordinal(address.row) == ordinal
                else { throw .inconsistent("owners") }
            }
        }
    }
}
