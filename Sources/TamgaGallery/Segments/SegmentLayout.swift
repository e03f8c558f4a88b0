import TamgaTemplates

/// Where the parts of a segment lie in its region, in bytes: a pure function of what there is room for.
///
/// First the tables of persons and blocks, then the blocks:
///
///     numbers      UInt64 a person   the change that enrolled the person
///     id ends      UInt32 a person   where the identifier ends in the pool
///     address ends UInt32 a person   where the person's addresses end
///     addresses    UInt32 a template ``RowAddress``, in the order of enrolment
///     block starts UInt64 a block    from the start of the segment
///     block shapes UInt32 x 2        rows and minutiae there is room for
///     closed rows  UInt32 a block    rows of a block that takes no more
///     directory    UInt16            for each lane the numbers of its blocks
///     pool         UInt8             identifiers, one after the other
struct SegmentLayout: Hashable, Sendable {
    let persons: Int
    let references: Int
    let idBytes: Int
    let blocks: Int
    /// Blocks a position has room for in the directory.
    let blocksPerPosition: Int
    /// Where the parts begin, from the start of the region.
    let start: Int

    var numbers: Int { start }
    var idEnds: Int { numbers + BlockShape.aligned(8 * persons) }
    var addressEnds: Int { idEnds + BlockShape.aligned(4 * persons) }
    var addresses: Int { addressEnds + BlockShape.aligned(4 * persons) }
    var blockStarts: Int { addresses + BlockShape.aligned(4 * references) }
    var blockShapes: Int { blockStarts + BlockShape.aligned(8 * blocks) }
    var closedRows: Int { blockShapes + BlockShape.aligned(8 * blocks) }
    var directory: Int { closedRows + BlockShape.aligned(4 * blocks) }
    var pool: Int { directory + BlockShape.aligned(2 * directoryEntries) }
    /// Where the first block begins.
    var body: Int { pool + BlockShape.aligned(idBytes) }

    var directoryEntries: Int { FingerPosition.allCases.count * blocksPerPosition }

    /// Room for a segment that grows.
    init(growing shape: SegmentShape) {
        (persons, references, blocks, start) = (shape.capacity, shape.capacity, shape.blocks, 0)
        idBytes = shape.capacity * GalleryLimits.identifierBytes
        blocksPerPosition = shape.blocks
    }

    /// Room for exactly this.
    init(persons: Int, references: Int, idBytes: Int, blocks: Int, blocksPerPosition: Int, start: Int) {
        (self.persons, self.references, self.idBytes) = (persons, references, idBytes)
        (self.blocks, self.blocksPerPosition, self.start) = (blocks, blocksPerPosition, start)
    }
}
