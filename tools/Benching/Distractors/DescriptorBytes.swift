import TamgaMatcher

/// Descriptors as bytes, for a file that never leaves the machine: in the machine's own byte order.
enum DescriptorBytes {
    /// Bytes of a minutia: signature, x, y, angle, quality.
    static let minutia = 16 + 2 + 2 + 1 + 1

    static func append(_ finger: FingerDescriptor, to bytes: inout [UInt8]) {
        append(finger.signatures, to: &bytes)
        append(finger.xs, to: &bytes)
        append(finger.ys, to: &bytes)
        bytes += finger.angles
        bytes += finger.qualities
    }

    private static func append<Value: BitwiseCopyable>(_ values: [Value], to bytes: inout [UInt8]) {
        // SAFETY: the array's own bytes, read while it is held.
        unsafe values.withUnsafeBytes { unsafe bytes.append(contentsOf: $0) }
    }

    /// The descriptor of these bytes; nil where they are not a whole number of minutiae.
    static func descriptor(_ bytes: UnsafeRawBufferPointer) -> FingerDescriptor? {
        let (count, rest) = bytes.count.quotientAndRemainder(dividingBy: minutia)
        guard rest == 0 else { return nil }
        // SAFETY: the five parts add up to the length that was just checked.
        return unsafe FingerDescriptor(
            xs: values(bytes, at: 16 * count, count), ys: values(bytes, at: 18 * count, count),
            angles: values(bytes, at: 20 * count, count), signatures: values(bytes, at: 0, 2 * count),
            qualities: values(bytes, at: 21 * count, count))
    }

    private static func values<Value: BitwiseCopyable & FixedWidthInteger>(
        _ bytes: UnsafeRawBufferPointer, at start: Int, _ count: Int
    ) -> [Value] {
        (0..<count).map { index in
            // SAFETY: the callers' starts and counts lie within the bytes; any bits are an integer.
            unsafe bytes.loadUnaligned(
                fromByteOffset: start + index * MemoryLayout<Value>.size, as: Value.self)
        }
    }
}
