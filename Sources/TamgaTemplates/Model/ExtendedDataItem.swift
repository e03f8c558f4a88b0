/// One item of a view's extended data: read where its type is one of the standards', else kept as it came.
public enum ExtendedDataItem: Hashable, Sendable {
    case ridgeCounts(RidgeCounts)
    case coresAndDeltas(CoresAndDeltas)
    case zonalQuality(ZonalQuality)
    /// A vendor's item, or one of the standards' that could not be read as such.
    case other(type: UInt16, bytes: [UInt8])
}

/// Ridges crossed between pairs of minutiae (type 1).
public struct RidgeCounts: Hashable, Sendable {
    /// How neighbours were chosen: 0 unspecified, 1 by quadrants, 2 by octants.
    public var method: UInt8
    public var counts: [RidgeCount]

    /// Counts by a method.
    public init(method: UInt8, counts: [RidgeCount]) { (self.method, self.counts) = (method, counts) }
}

/// Ridges between two minutiae of the view, numbered as their format numbers them.
public struct RidgeCount: Hashable, Sendable {
    public var first: UInt8
    public var second: UInt8
    public var count: UInt8

    /// Two minutiae and the ridges between them.
    public init(first: UInt8, second: UInt8, count: UInt8) {
        (self.first, self.second, self.count) = (first, second, count)
    }
}

/// Singular points (type 2), places in pixels of the record, angles in steps of its format.
public struct CoresAndDeltas: Hashable, Sendable {
    public var cores: [SingularPoint]
    public var deltas: [SingularPoint]

    /// Cores have one angle or none, deltas three or none; at most 15 of each.
    public init(cores: [SingularPoint], deltas: [SingularPoint]) { (self.cores, self.deltas) = (cores, deltas) }
}

/// A core or a delta.
public struct SingularPoint: Hashable, Sendable {
    public var x: UInt16
    public var y: UInt16
    public var angles: [UInt8]

    /// A place and the angles given there.
    public init(x: UInt16, y: UInt16, angles: [UInt8] = []) { (self.x, self.y, self.angles) = (x, y, angles) }
}

/// Quality of the image by cells (type 3 of the ISO/IEC formats), packed as it came.
public struct ZonalQuality: Hashable, Sendable {
    /// Whose algorithm: 2011 only.
    public var vendor: UInt16
    public var algorithm: UInt16
    /// Pixels of a cell.
    public var cellWidth: UInt8
    public var cellHeight: UInt8
    /// Bits of a cell's quality.
    public var depth: UInt8
    /// Cells row by row, `depth` bits each, padded to a byte at the end.
    public var cells: [UInt8]

    /// A map of cells.
    public init(
        vendor: UInt16 = 0, algorithm: UInt16 = 0, cellWidth: UInt8, cellHeight: UInt8, depth: UInt8, cells: [UInt8]
    ) {
        (self.vendor, self.algorithm, self.cellWidth) = (vendor, algorithm, cellWidth)
        (self.cellHeight, self.depth, self.cells) = (cellHeight, depth, cells)
    }
}
