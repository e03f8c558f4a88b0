internal import TamgaKernels

/// Orders of lists of any length.
enum Sorting {
    /// Sorts the numbers 0 to `count - 1` so that their keys ascend; of equal keys the earlier comes first.
    ///
    /// The few of an ordinary finger are ranked; where minutiae crowd, a heap keeps the cost at O(n log n).
    ///
    /// - Parameters:
    ///   - keys: `count` keys, disordered by the way.
    ///   - order: room for `count`, and for 64.
    static func ascending(_ keys: Words, count: Int, into order: Words, _ kernels: FingerKernels) {
        guard count > Vector.column else {
            // SAFETY: the workspace's lists are longer than a column.
            unsafe kernels.rank(keys.base, count, order.base)
            return
        }
        for index in 0..<count { order[index] = UInt32(truncatingIfNeeded: index) }
        for root in (0..<count / 2).reversed() { sink(keys, order, root, count) }
        for last in (1..<count).reversed() {
            swap(keys, order, 0, last)
            sink(keys, order, 0, last)
        }
    }

    private static func sink(_ keys: Words, _ order: Words, _ start: Int, _ count: Int) {
        var root = start
        while 2 * root + 1 < count {
            var child = 2 * root + 1
            if child + 1 < count, precedes(keys, order, child, child + 1) { child += 1 }
            guard precedes(keys, order, root, child) else { return }
            swap(keys, order, root, child)
            root = child
        }
    }

    @inline(__always)
    private static func precedes(_ keys: Words, _ order: Words, _ one: Int, _ other: Int) -> Bool {
        keys[one] != keys[other] ? keys[one] < keys[other] : order[one] < order[other]
    }

    @inline(__always)
    private static func swap(_ keys: Words, _ order: Words, _ one: Int, _ other: Int) {
        (keys[one], keys[other]) = (keys[other], keys[one])
        (order[one], order[other]) = (order[other], order[one])
    }
}
