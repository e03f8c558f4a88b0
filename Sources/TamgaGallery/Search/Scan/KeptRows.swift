/// The best rows of those offered, a few more than asked for: what surely does not belong is dropped in passing.
///
/// Nothing is sorted: scores are counted in buckets, and where twice too many rows were kept, those below the bucket
/// that holds the last one wanted go. That bucket may hold nearly all of them, so the next time is when they have
/// doubled.
struct KeptRows: Sendable {
    /// Rows wanted.
    let wanted: Int
    private(set) var rows: [ScoredRow] = []
    /// Rows at or below this score are not kept any more.
    private(set) var floor: Int32 = -1
    private var buckets = [Int32](repeating: 0, count: Self.bucketCount)
    /// Of all that were offered: how many, the sum of their scores, and of the squares.
    private(set) var moments = ScoreMoments()

    private static let bucketWidth: Int32 = 16
    private static let bucketCount = Int(ScanScore.end / bucketWidth)
    /// Rows kept before a first look at what can go.
    private static let leastPruned = 4_096
    /// Rows kept before the next look.
    private var pruning: Int

    init(wanted: Int) {
        self.wanted = wanted
        pruning = max(2 * wanted, Self.leastPruned)
    }

    mutating func count(_ score: Int32) { moments.add(score) }

    /// Complexity: O(1) amortised.
    mutating func keep(_ row: ScoredRow) {
        rows.append(row)
        buckets[Int(row.score / Self.bucketWidth)] += 1
        if rows.count >= pruning { prune() }
    }

    private mutating func prune() {
        var above = 0
        var bucket = Self.bucketCount
        while bucket > 0, above < wanted {
            bucket -= 1
            above += Int(buckets[bucket])
        }
        floor = Int32(bucket) * Self.bucketWidth - 1
        rows.removeAll { $0.score <= floor }
        for below in 0..<bucket { buckets[below] = 0 }
        pruning = max(2 * wanted, Self.leastPruned, 2 * rows.count)
    }
}

/// Count, sum and sum of squares of whole numbers: exact, and the same in any order.
struct ScoreMoments: Hashable, Sendable {
    private(set) var count = 0
    private(set) var sum: Int64 = 0
    private(set) var squares: Int64 = 0

    init() {}

    init(_ scores: [Int32?]) {
        for case let score? in scores { add(score) }
    }

    @inline(__always)
    mutating func add(_ score: Int32) {
        count &+= 1
        sum &+= Int64(score)
        squares &+= Int64(score) &* Int64(score)
    }

    mutating func add(_ other: ScoreMoments) {
        count += other.count
        sum += other.sum
        squares += other.squares
    }

    var mean: Double { count == 0 ? 0 : Double(sum) / Double(count) }

    /// Standard deviation, at least 1.
    var deviation: Double {
        guard count > 1 else { return 1 }
        return max(1, Double(squares) / Double(count) - mean * mean).squareRoot()
    }

    /// How many standard deviations a score lies above the mean.
    func standard(_ score: Int32) -> Float { Float((Double(score) - mean) / deviation) }
}
