import Synchronization
import TamgaKernels
import TamgaMatcher

/// What one worker of the crew has at hand: buffers that are used again from block to block and search to search.
final class Workbench: Sendable {
    /// Only the worker itself asks for them: the lock is never waited for.
    let tools = Mutex(Tools())
}

struct Tools {
    /// For each row of the block at hand how alike it is: the best over the views.
    private(set) var scores: [Int32] = []
    private var sums: [Int32] = []
    let workspace = ComparisonWorkspace()

    /// Fills `scores`. Complexity: O(minutiae of the views x minutiae of the block).
    mutating func score(_ views: [ProbeLanes], _ block: RowBlock) {
        if scores.count < block.count {
            scores = Array(repeating: 0, count: block.count)
            sums = scores
        }
        for index in 0..<block.count { scores[index] = 0 }
        for view in views {
            sum(view, block.rows)
            for row in 0..<block.count {
                scores[row] = max(scores[row], ScanScore.score(sums[row], minutiae: block.minutiae(row).count))
            }
        }
    }

    /// One row alone. Complexity: O(minutiae of the views x minutiae of the row).
    mutating func score(_ views: [ProbeLanes], _ block: RowBlock, row: Int) -> Int32 {
        if sums.isEmpty { sums = [0] }
        var best: Int32 = 0
        for view in views {
            sum(view, block.rows(row))
            best = max(best, ScanScore.score(sums[0], minutiae: block.minutiae(row).count))
        }
        return best
    }

    private mutating func sum(_ view: ProbeLanes, _ rows: ScanRows) {
        precondition(rows.count <= sums.count, "one sum a row")
        // SAFETY: the buffer has room for a sum of every row, as checked above, and is not kept.
        unsafe sums.withUnsafeMutableBufferPointer { buffer in
            guard let base = buffer.baseAddress else { return }
            unsafe SignatureScan.score(view, rows, into: base)
        }
    }
}
