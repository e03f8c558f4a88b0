import NIOCore

/// Who waits for an answer: a share of the server, and an order among those who wait.
public enum RequestClass: UInt8, Sendable, Hashable, CaseIterable {
    /// A person stands at the border.
    case border = 0
    /// An officer registers somebody.
    case enrolment = 1
    /// One of many that are worked off.
    case bulk = 2
}

/// What any request may say besides its own fields.
public struct RequestOptions: Sendable, Hashable {
    /// Milliseconds from the whole request's arrival after which its answer is of no use.
    public var deadlineMilliseconds: UInt32?
    /// Nil: as the server takes it, by what is asked and what the station is.
    public var requestClass: RequestClass?

    /// The options of these values; limits are checked when they are encoded.
    public init(deadlineMilliseconds: UInt32? = nil, requestClass: RequestClass? = nil) {
        (self.deadlineMilliseconds, self.requestClass) = (deadlineMilliseconds, requestClass)
    }

    /// A request that leaves everything to the server.
    public static let none = RequestOptions()
}

extension RequestOptions: WireGroup {
    enum Fields {
        static let deadline = Field<UInt32>.atMostOnce(0x8F01, "deadline", WireLimits.deadlineMilliseconds)
        static let requestClass = Field<UInt8>.atMostOnce(0x8F02, "class", WireLimits.requestClasses)
    }

    package static let typeName = "request-options"
    package static let fields = [Fields.deadline.rule, Fields.requestClass.rule]

    package init(reading fields: FieldReader) throws(WireError) {
        deadlineMilliseconds = try fields.optional(Fields.deadline)
        requestClass = try fields.optional(Fields.requestClass).flatMap(RequestClass.init)
    }

    package func write(to writer: inout FieldWriter) throws(WireError) {
        try writer.put(deadlineMilliseconds, Fields.deadline)
        try writer.put(requestClass?.rawValue, Fields.requestClass)
    }
}

// MARK: Among the fields of a body
extension RequestOptions {
    /// Whether a tag is one of those that no message gives to a field of its own.
    private static func isOption(_ tag: UInt16) -> Bool { tag & 0x7F00 == 0x0F00 }

    /// Parts a body into the options and the fields of its own message; a body without options is left as it is.
    ///
    /// - Throws: ``WireError`` naming the option that is wrong. A body that is no row of fields is not judged here.
    static func take(from body: inout ByteBuffer) throws(WireError) -> RequestOptions {
        var (options, others, rest) = (ByteBuffer(), ByteBuffer(), body)
        while let (tag, field) = wholeField(of: &rest) {
            // The others are copied only where there is an option: few bodies with records have any.
            if isOption(tag) {
                if options.readableBytes == 0 { others.writeImmutableBuffer(body.before(field, rest)) }
                options.writeImmutableBuffer(field)
            } else if options.readableBytes > 0 {
                others.writeImmutableBuffer(field)
            }
        }
        guard options.readableBytes > 0 else { return .none }
        others.writeImmutableBuffer(rest)
        body = others
        return try RequestOptions(reading: FieldReader(options, rules: fields))
    }

    /// The next field with its header; nil at the end, and where it would pass the end.
    private static func wholeField(of rest: inout ByteBuffer) -> (tag: UInt16, field: ByteBuffer)? {
        guard let tag = rest.getInteger(at: rest.readerIndex, as: UInt16.self),
            let length = rest.getInteger(at: rest.readerIndex + MemoryLayout<UInt16>.size, as: UInt32.self),
            let field = rest.readSlice(length: FieldRule.headerBytes + Int(length))
        else { return nil }
        return (tag, field)
    }
}

extension ByteBuffer {
    /// What of a body comes before a field that `rest` follows.
    fileprivate func before(_ field: ByteBuffer, _ rest: ByteBuffer) -> ByteBuffer {
        getSlice(at: readerIndex, length: readableBytes - rest.readableBytes - field.readableBytes) ?? ByteBuffer()
    }
}
