import TamgaTemplates

/// How large segments and their blocks are. One shape for all segments of a gallery; small ones are for tests.
package struct SegmentShape: Hashable, Sendable {
    /// Templates from which on a segment is sealed; one person alone may exceed it.
    package let references: Int
    /// Minutiae and rows of a block while it is written to.
    package let minutiaePerBlock: Int
    package let rowsPerBlock: Int

    /// 16,384 templates, 13 MiB at 40 minutiae, in blocks of 256 KiB: one fits a core's second cache.
    package static let usual = SegmentShape(references: 16_384, minutiaePerBlock: 12_288, rowsPerBlock: 1_024)

    /// - Parameters: each kept within what an address of a row can say.
    package init(references: Int, minutiaePerBlock: Int, rowsPerBlock: Int) {
        self.references = min(max(1, references), PersonPlace.personsPerSegment)
        self.minutiaePerBlock = min(max(GalleryLimits.minutiae, minutiaePerBlock), Int(UInt16.max))
        self.rowsPerBlock = min(max(1, rowsPerBlock), RowAddress.rowsPerBlock)
    }

    /// Templates there is room for: the segment's, or those of one person who lies there alone.
    var capacity: Int { max(references, GalleryLimits.referencesPerPerson.upperBound) }

    /// Blocks there can be: one that is closed had no room for one more row.
    var blocks: Int {
        let fullest = (minutiaePerBlock - GalleryLimits.minutiae + 1 + GalleryLimits.minutiae - 1)
            / GalleryLimits.minutiae
        return capacity / min(rowsPerBlock, max(1, fullest)) + FingerPosition.allCases.count
    }

    /// Live templates below which a sealed segment is dissolved.
    var leastReferences: Int { references / 2 }
}
