/// Eight minutiae of the probe in vectors.
struct Lanes {
    /// What a block takes in memory.
    static var bytes: Int { ScanKernel.vectorsPerBlock &* 64 }

    let low: SIMD8<UInt64>
    let high: SIMD8<UInt64>
    let turns: SIMD64<Int8>
    let weights: SIMD16<UInt32>
    let windowStart: UInt8
    let windowSteps: Int

    @inline(__always)
    init(_ block: UnsafeRawPointer) {
        // SAFETY: the caller's block holds five vectors.
        low = unsafe block.loadUnaligned(as: SIMD8<UInt64>.self)
        high = unsafe block.loadUnaligned(fromByteOffset: 64, as: SIMD8<UInt64>.self)
        turns = unsafe block.loadUnaligned(fromByteOffset: 128, as: SIMD64<Int8>.self)
        weights = unsafe block.loadUnaligned(fromByteOffset: 192, as: SIMD16<UInt32>.self)
        windowStart = unsafe UInt8(truncatingIfNeeded: block.loadUnaligned(fromByteOffset: 256, as: UInt64.self))
        windowSteps = unsafe Int(truncatingIfNeeded: block.loadUnaligned(fromByteOffset: 264, as: UInt64.self))
    }

    /// What each lane's nearest distance counts, in its low half; nothing for padding.
    @inline(__always)
    func counts(_ near: SIMD8<UInt64>) -> SIMD16<UInt32> {
        // SAFETY: both types are 64 plain bytes.
        let near = unsafe unsafeBitCast(near, to: SIMD16<UInt32>.self)
        let left = SIMD16<UInt32>(repeating: ScanKernel.reach) &- near
        return (left &* (left &+ SIMD16(repeating: ScanKernel.slope))) &* weights
    }

    /// The smallest distance of each lane to any minutia of the row, at most ``ScanKernel/reach``.
    @inline(__always)
    func nearest(_ reference: UnsafeRawPointer, count: Int) -> SIMD8<UInt64> {
        var nearest = SIMD8<UInt64>(repeating: UInt64(ScanKernel.reach))
        for index in 0..<count {
            // SAFETY: the caller's row holds `count` minutiae of 16 bytes.
            let words = unsafe (reference + index &* 16).loadUnaligned(as: SIMD2<UInt64>.self)
            nearest = Self.smaller(nearest, distances(words))
        }
        return nearest
    }

    /// As above over the minutiae from a place on, round the end of the row, that turn by no more than the gate.
    @inline(__always)
    func nearest(
        _ reference: UnsafeRawPointer, _ angles: UnsafePointer<UInt8>, count: Int, from: Int, visits: Int,
        width: SIMD64<Int8>
    ) -> SIMD8<UInt64> {
        var nearest = SIMD8<UInt64>(repeating: UInt64(ScanKernel.reach))
        var place = from
        #if TAMGA_AVX512
        // By twos: one more than asked for changes nothing, and how often the loop runs is easier to foresee.
        for _ in 0..<(visits &+ 1) &>> 1 {
            let next = place &+ 1 == count ? 0 : place &+ 1
            // SAFETY: both stay below `count`; the caller's row holds as many.
            unsafe approach(&nearest, reference, angles, place, width)
            unsafe approach(&nearest, reference, angles, next, width)
            let beyond = place &+ (2 &- count)
            place = beyond >= 0 ? beyond : place &+ 2
        }
        #else
        // With sixteen registers two at a time would not fit into them.
        for _ in 0..<visits {
            // SAFETY: `place` stays below `count`; the caller's row holds as many.
            unsafe approach(&nearest, reference, angles, place, width)
            place = place &+ 1 == count ? 0 : place &+ 1
        }
        #endif
        return nearest
    }

    @inline(__always)
    private func approach(
        _ nearest: inout SIMD8<UInt64>, _ reference: UnsafeRawPointer, _ angles: UnsafePointer<UInt8>, _ place: Int,
        _ width: SIMD64<Int8>
    ) {
        // SAFETY: the row holds the place: a direction, and a minutia of 16 bytes.
        let words = unsafe (reference + place &* 16).loadUnaligned(as: SIMD2<UInt64>.self)
        let apart = turns &- SIMD64<Int8>(repeating: Int8(bitPattern: unsafe angles[place]))
        // SAFETY: all types are 64 plain bytes. The bytes of a lane are equal: the lane compares as one of them.
        let isFar = unsafe unsafeBitCast(apart, to: SIMD8<Int64>.self)
            .> unsafeBitCast(width, to: SIMD8<Int64>.self)
        nearest.replace(with: Self.smaller(nearest, distances(words)), where: .!isFar)
    }

    @inline(__always)
    private func distances(_ words: SIMD2<UInt64>) -> SIMD8<UInt64> {
        Self.ones(low ^ words[0]) &+ Self.ones(high ^ words[1])
    }

    /// Bits set in each lane.
    @inline(__always)
    static func ones(_ words: SIMD8<UInt64>) -> SIMD8<UInt64> {
        SIMD8(
            bits(words[0]), bits(words[1]), bits(words[2]), bits(words[3]), bits(words[4]), bits(words[5]),
            bits(words[6]), bits(words[7]))
    }

    @inline(__always)
    private static func bits(_ word: UInt64) -> UInt64 { UInt64(truncatingIfNeeded: word.nonzeroBitCount) }

    /// The smaller of two numbers below 2^32, lane by lane.
    ///
    /// Not the library's own: that would be a symbol, which the levels share.
    @inline(__always)
    private static func smaller(_ one: SIMD8<UInt64>, _ other: SIMD8<UInt64>) -> SIMD8<UInt64> {
        #if TAMGA_AVX512
        one.replacing(with: other, where: other .< one)
        #else
        // Only AVX-512 has the minimum of 64 bits.
        // SAFETY: both types are 64 plain bytes.
        let (halves, others) = unsafe (
            unsafeBitCast(one, to: SIMD16<UInt32>.self), unsafeBitCast(other, to: SIMD16<UInt32>.self)
        )
        // SAFETY: as above.
        return unsafe unsafeBitCast(
            halves.replacing(with: others, where: others .< halves), to: SIMD8<UInt64>.self)
        #endif
    }
}
