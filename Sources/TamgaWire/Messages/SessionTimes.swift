/// How long the server waits for a client, milliseconds; at the end of each the connection is closed.
public struct SessionTimes: Sendable, Hashable {
    /// From the handshake to a valid hello.
    public var hello: UInt32
    /// From the first byte of a frame, or the end of the one before, to its end.
    public var frame: UInt32
    /// Without a request in flight.
    public var idle: UInt32
    /// For answers to be taken while no more fit the connection.
    public var write: UInt32

    /// Four times, milliseconds.
    public init(hello: UInt32, frame: UInt32, idle: UInt32, write: UInt32) {
        (self.hello, self.frame, self.idle, self.write) = (hello, frame, idle, write)
    }
}

extension SessionTimes: WireGroup {
    enum Fields {
        static let hello = Field<UInt32>.once(0x8001, "hello", WireLimits.statedMilliseconds)
        static let frame = Field<UInt32>.once(0x8002, "frame", WireLimits.statedMilliseconds)
        static let idle = Field<UInt32>.once(0x8003, "idle", WireLimits.statedMilliseconds)
        static let write = Field<UInt32>.once(0x8004, "write", WireLimits.statedMilliseconds)
    }

    package static let typeName = "session-times"
    package static let fields = [Fields.hello.rule, Fields.frame.rule, Fields.idle.rule, Fields.write.rule]

    package init(reading fields: FieldReader) throws(WireError) {
        hello = try fields.value(Fields.hello)
        frame = try fields.value(Fields.frame)
        idle = try fields.value(Fields.idle)
        write = try fields.value(Fields.write)
    }

    package func write(to writer: inout FieldWriter) throws(WireError) {
        try writer.put(hello, Fields.hello)
        try writer.put(frame, Fields.frame)
        try writer.put(idle, Fields.idle)
        try writer.put(write, Fields.write)
    }
}
