/// Where ascending directions lie: for each of the 256 how many of a finger's are smaller.
public enum TurnIndex {
    /// Writes the index, and bytes that mean nothing behind it.
    ///
    /// - Parameters:
    ///   - angles: 1/256 turn, ascending; `count` of them, 0 to 64.
    ///   - index: room for 512 bytes; the first 256 count.
    /// - Complexity: O(count).
    @inline(never)
    public static func fill(_ angles: UnsafePointer<UInt8>, count: Int, into index: UnsafeMutablePointer<UInt8>) {
        // SAFETY: as said.
        unsafe write(angles, count, into: index)
    }

    /// As above, to be compiled into a kernel: a call from another file would make a body of its own, and a weak one.
    @inline(__always)
    static func write(_ angles: UnsafePointer<UInt8>, _ count: Int, into index: UnsafeMutablePointer<UInt8>) {
        // SAFETY: the pointers hold what is said above: a run begins at 256 at most, and ends 16 later.
        let bytes = UnsafeMutableRawPointer(index)
        var from = 0
        for place in 0...count {
            let end = unsafe place < count ? Int(angles[place]) &+ 1 : 256
            let value = SIMD16<UInt8>(repeating: UInt8(truncatingIfNeeded: place))
            // Whole vectors; what is too much the next run overwrites.
            while from < end {
                unsafe bytes.storeBytes(of: value, toByteOffset: from, as: SIMD16<UInt8>.self)
                from &+= 16
            }
            from = end
        }
    }

    /// The places of the directions from one on up to another, both in 1/256 turn, less than a turn apart: first and
    /// end of what lies in front, which is empty unless the window goes round the end, and of the rest.
    @inline(__always)
    static func window(
        _ index: Bytes, from low: Int, to high: Int, count: Int
    ) -> (over: Int, first: Int, end: Int) {
        let (start, stop) = (low & 255, (high &+ 1) & 255)
        let (first, end) = (Int(index[start]), Int(index[stop]))
        // The smaller: no place comes twice, even where directions do not ascend.
        return stop < start ? (min(end, first), first, count) : (0, first, end)
    }
}
