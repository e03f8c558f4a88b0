/// Columns of numbers in a workspace: an address that kernels read and write without counting.
///
/// A kernel's indices are below what its arguments say, which the workspace holds room for: 64 of each column, 4,096 of
/// a list. The types below say `unsafe` here, once, instead of at every element.
@safe
struct Floats {
    let base: UnsafeMutablePointer<Float>

    @inline(__always)
    // SAFETY: see the type.
    init(_ base: UnsafeMutablePointer<Float>) { unsafe self.base = base }

    /// Column `number` of those that begin here, 64 elements each.
    @inline(__always)
    // SAFETY: the kernels' columns lie one after the other in one allocation.
    func column(_ number: Int) -> Floats { unsafe Floats(base + number &* Vector.column) }

    @inline(__always)
    subscript(index: Int) -> Float {
        // SAFETY: see the type.
        get { unsafe base[index] }
        nonmutating set { unsafe base[index] = newValue }
    }
}

/// As ``Floats``, of 32-bit words.
@safe
struct Words {
    let base: UnsafeMutablePointer<UInt32>

    @inline(__always)
    // SAFETY: see the type.
    init(_ base: UnsafeMutablePointer<UInt32>) { unsafe self.base = base }

    @inline(__always)
    // SAFETY: as above.
    func column(_ number: Int) -> Words { unsafe Words(base + number &* Vector.column) }

    @inline(__always)
    subscript(index: Int) -> UInt32 {
        // SAFETY: see the type.
        get { unsafe base[index] }
        nonmutating set { unsafe base[index] = newValue }
    }
}

/// As ``Floats``, of bytes: a table of 64 columns, row after row.
@safe
struct Bytes {
    let base: UnsafeMutablePointer<UInt8>

    @inline(__always)
    // SAFETY: see the type.
    init(_ base: UnsafeMutablePointer<UInt8>) { unsafe self.base = base }

    @inline(__always)
    subscript(index: Int) -> UInt8 {
        // SAFETY: see the type.
        get { unsafe base[index] }
        nonmutating set { unsafe base[index] = newValue }
    }

    /// Row `index` of the table.
    @inline(__always)
    subscript(row index: Int) -> SIMD64<UInt8> {
        // SAFETY: see the type.
        get { unsafe UnsafeRawPointer(base + index &* Vector.column).loadUnaligned(as: SIMD64<UInt8>.self) }
        nonmutating set {
            unsafe UnsafeMutableRawPointer(base + index &* Vector.column).storeBytes(
                of: newValue, as: SIMD64<UInt8>.self)
        }
    }
}
