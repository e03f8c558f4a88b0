/// The answer to a request that was refused, or what is wrong with the connection.
public struct ErrorMessage: Sendable, Hashable {
    public let code: WireErrorCode
    /// What is wrong, for a person to read; never biometric or personal data.
    public let message: String
    /// The field that is wrong, as the specification names it.
    public let field: String?
    /// What was allowed.
    public let limit: String?
    /// Whether the same request may succeed later, unchanged.
    public let isRetryable: Bool
    /// Milliseconds after which the same request would be taken, as things are now; nil where nobody knows.
    public let retryAfter: UInt32?

    /// Texts longer than their limit are cut and control characters become spaces, so that an error can always be sent.
    ///
    /// - Parameter isRetryable: nil takes what is usual for the code.
    public init(
        code: WireErrorCode, message: String, field: String? = nil, limit: String? = nil, isRetryable: Bool? = nil,
        retryAfter: UInt32? = nil
    ) {
        self.code = code
        self.message = message.fitted(to: WireLimits.errorTextBytes) ?? ""
        self.field = field?.fitted(to: WireLimits.errorFieldBytes)
        self.limit = limit?.fitted(to: WireLimits.errorLimitBytes)
        self.isRetryable = isRetryable ?? code.isRetryable
        self.retryAfter = retryAfter.map { min($0, UInt32(WireLimits.statedMilliseconds.upperBound)) }
    }

    /// What a frame or a message was refused with.
    public init(_ error: WireError) {
        self.init(code: error.code, message: error.message, field: error.field, limit: error.limit)
    }
}

extension String {
    /// The longest beginning of at most the limit's bytes, without control characters; nil where none is long enough.
    func fitted(to limit: ClosedRange<Int>) -> String? {
        var text = ""
        var room = limit.upperBound
        for scalar in unicodeScalars {
            room -= UTF8.width(scalar)
            guard room >= 0 else { break }
            text.unicodeScalars.append(scalar.value < 0x20 || scalar.value == 0x7F ? " " : scalar)
        }
        return text.utf8.count < limit.lowerBound ? nil : text
    }
}

extension ErrorMessage: WireMessage {
    enum Fields {
        static let code = Field<UInt16>.once(0x8001, "code")
        static let message = Field<String>.once(0x8002, "message", WireLimits.errorTextBytes)
        static let field = Field<String>.atMostOnce(0x0003, "field", WireLimits.errorFieldBytes)
        static let limit = Field<String>.atMostOnce(0x0004, "limit", WireLimits.errorLimitBytes)
        static let isRetryable = Field<Bool>.once(0x8005, "retryable")
        static let retryAfter = Field<UInt32>.atMostOnce(0x0006, "retry-after", WireLimits.statedMilliseconds)
    }

    package static let kind = MessageKind.error
    package static let fields = [
        Fields.code.rule, Fields.message.rule, Fields.field.rule, Fields.limit.rule, Fields.isRetryable.rule,
        Fields.retryAfter.rule,
    ]

    package init(reading fields: FieldReader) throws(WireError) {
        code = WireErrorCode(rawValue: try fields.value(Fields.code))
        message = try fields.value(Fields.message)
        field = try fields.optional(Fields.field)
        limit = try fields.optional(Fields.limit)
        isRetryable = try fields.value(Fields.isRetryable)
        retryAfter = try fields.optional(Fields.retryAfter)
    }

    package func write(to writer: inout FieldWriter) throws(WireError) {
        try writer.put(code.rawValue, Fields.code)
        try writer.put(message, Fields.message)
        try writer.put(field, Fields.field)
        try writer.put(limit, Fields.limit)
        try writer.put(isRetryable, Fields.isRetryable)
        try writer.put(retryAfter, Fields.retryAfter)
    }
}

extension ErrorMessage: CustomStringConvertible {
    public var description: String {
        WireError(code, field: field, limit: limit, message: message).description
    }
}
