internal import NIOCore

/// Writes waiting to be encrypted, in order: those up to the mark have been flushed.
struct TLSWriteQueue {
    typealias Write = (bytes: ByteBuffer, promise: EventLoopPromise<Void>?)

    /// Plaintext to encrypt at once, and the promise that follows its last write.
    struct Batch {
        var bytes: ByteBuffer
        var promise: EventLoopPromise<Void>?
    }

    private var writes = MarkedCircularBuffer<Write>(initialCapacity: 8)
    /// Plaintext held, flushed or not, in bytes.
    private(set) var byteCount = 0

    mutating func append(_ bytes: ByteBuffer, promise: EventLoopPromise<Void>?) {
        byteCount += bytes.readableBytes
        writes.append((bytes, promise))
    }

    /// Marks all writes so far as flushed.
    mutating func mark() {
        writes.mark()
    }

    /// Takes flushed writes of up to `limit` bytes together; small ones are copied into one buffer,
    /// a large one is cut without copying. Nil when no flushed write is left.
    mutating func nextBatch(limit: Int, allocator: ByteBufferAllocator) -> Batch? {
        guard writes.hasMark, let first = writes.first else { return nil }
        if first.bytes.readableBytes > limit { return cutFirst(limit) }
        var batch = popFirst()
        var isOwn = false
        while writes.hasMark, let next = writes.first,
            batch.bytes.readableBytes + next.bytes.readableBytes <= limit
        {
            if !isOwn {
                let capacity = min(limit, batch.bytes.readableBytes + byteCount)
                batch.bytes = Self.copy(batch.bytes, capacity: capacity, allocator)
                isOwn = true
            }
            let write = popFirst()
            batch.bytes.writeImmutableBuffer(write.bytes)
            batch.promise = Self.join(batch.promise, write.promise)
        }
        return batch
    }

    /// Fails all that is held.
    mutating func failAll(_ error: TLSError) {
        byteCount = 0
        while let write = writes.popFirst() { write.promise?.fail(error) }
    }

    private mutating func popFirst() -> Batch {
        let write = writes.removeFirst()
        byteCount -= write.bytes.readableBytes
        return Batch(bytes: write.bytes, promise: write.promise)
    }

    private mutating func cutFirst(_ limit: Int) -> Batch? {
        guard let slice = writes[writes.startIndex].bytes.readSlice(length: limit) else { return nil }
        byteCount -= limit
        return Batch(bytes: slice, promise: nil)
    }

    private static func copy(_ bytes: ByteBuffer, capacity: Int, _ allocator: ByteBufferAllocator) -> ByteBuffer {
        var copy = allocator.buffer(capacity: capacity)
        copy.writeImmutableBuffer(bytes)
        return copy
    }

    /// One promise that completes both.
    private static func join(
        _ one: EventLoopPromise<Void>?, _ other: EventLoopPromise<Void>?
    ) -> EventLoopPromise<Void>? {
        guard let one else { return other }
        one.futureResult.cascade(to: other)
        return one
    }
}
