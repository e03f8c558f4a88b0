/// The best of many by a number, ties by an order of the caller's, in linear time.
enum BestOf {
    /// Indices of the `count` highest of `values`, in ascending order of the index.
    ///
    /// - Parameter precedes: of two indices with equal values, which goes first; never asked unless it decides.
    static func indices(
        _ count: Int, of values: [Float], tie precedes: (Int, Int) -> Bool
    ) -> [Int] {
        guard values.count > count else { return Array(values.indices) }
        guard count > 0, let cut = boundary(count, values) else { return [] }
        var chosen: [Int] = []
        var undecided: [Int] = []
        for index in values.indices {
            let bucket = cut.bucket(values[index])
            if bucket > cut.last { chosen.append(index) } else if bucket == cut.last { undecided.append(index) }
        }
        undecided.sort { values[$0] != values[$1] ? values[$0] > values[$1] : precedes($0, $1) }
        return (chosen + undecided.prefix(count - chosen.count)).sorted()
    }

    private struct Boundary {
        let least: Float
        let scale: Float
        /// The bucket in which the last of those wanted lies.
        var last = 0

        @inline(__always)
        func bucket(_ value: Float) -> Int { min(buckets - 1, Int((value - least) * scale)) }
    }

    private static let buckets = 4_096

    private static func boundary(_ count: Int, _ values: [Float]) -> Boundary? {
        guard let least = values.min(), let most = values.max() else { return nil }
        var boundary = Boundary(least: least, scale: most > least ? Float(buckets) / (most - least) : 0)
        var sizes = [Int](repeating: 0, count: buckets)
        for value in values { sizes[boundary.bucket(value)] += 1 }
        var above = 0
        boundary.last = buckets
        while boundary.last > 0, above < count {
            boundary.last -= 1
            above += sizes[boundary.last]
        }
        return boundary
    }
}
