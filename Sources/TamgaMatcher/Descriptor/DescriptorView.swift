/// A finger where it lies: in a segment of a gallery, or in the arrays of a ``FingerDescriptor``.
///
/// Nothing is copied or owned. A view is made by whoever vouches for the memory, and handed down the stack; it must not
/// outlive it. All that the matcher reads through it is within the counts checked here.
@safe
public struct DescriptorView {
    /// Minutiae, 0 to `MatcherConstants.minutiae`.
    public let count: Int
    package let signatures: UnsafePointer<UInt64>
    package let angles: UnsafePointer<UInt8>
    package let places: UnsafePointer<UInt32>

    /// - Parameters:
    ///   - signatures: two words a minutia: low, high.
    ///   - angles: 1/256 turn, one a minutia, ascending.
    ///   - places: as ``PackedPlace`` packs them, one a minutia.
    ///
    /// Lengths that do not fit each other, or more than 64 minutiae, are a programming error and trap. The memory must
    /// stay as it is for as long as the view is used: nothing can check that.
    @unsafe
    public init(
        signatures: UnsafeBufferPointer<UInt64>, angles: UnsafeBufferPointer<UInt8>,
        places: UnsafeBufferPointer<UInt32>
    ) {
        let count = angles.count
        precondition(places.count == count && signatures.count == 2 * count)
        precondition(count <= MatcherConstants.minutiae, "a finger has at most 64 minutiae")
        self.count = count
        // SAFETY: an empty buffer may have no address; nothing is read then, so any aligned address will do.
        unsafe self.signatures = signatures.baseAddress ?? Self.nowhere()
        unsafe self.angles = angles.baseAddress ?? Self.nowhere()
        unsafe self.places = places.baseAddress ?? Self.nowhere()
    }

    private static func nowhere<Element>() -> UnsafePointer<Element> {
        // SAFETY: never read; see above.
        unsafe UnsafePointer(UnsafeMutablePointer<Element>(bitPattern: 64).unsafelyUnwrapped)
    }
}
