/// How often a field occurs in its message.
package enum Occurrence: Sendable, Hashable {
    case once
    case atMostOnce
    case times(ClosedRange<Int>)
}

/// One field of a message, as a row of the specification.
package struct FieldRule: Sendable, Hashable {
    /// The bit of a tag that says: refuse the message when this field is not known.
    package static let criticalBit: UInt16 = 0x8000
    /// Bytes before the value: the tag and the length.
    package static let headerBytes = 6

    package let tag: UInt16
    package let name: String
    package let type: String
    package let occurrence: Occurrence
    /// What an integer may be, or how many bytes a string may have; nil: all that the type holds.
    package let limit: ClosedRange<Int>?
}

/// A field with the Swift type of its value, so that no reader or writer can take it for another.
package struct Field<Value: FieldValue>: Sendable {
    package let rule: FieldRule

    private init(_ tag: UInt16, _ name: String, _ occurrence: Occurrence, _ limit: ClosedRange<Int>?) {
        rule = FieldRule(tag: tag, name: name, type: Value.typeName, occurrence: occurrence, limit: limit)
    }

    /// A field every message of its kind has.
    static func once(_ tag: UInt16, _ name: String, _ limit: ClosedRange<Int>? = nil) -> Field {
        Field(tag, name, .once, limit)
    }

    /// A field that may be absent.
    static func atMostOnce(_ tag: UInt16, _ name: String, _ limit: ClosedRange<Int>? = nil) -> Field {
        Field(tag, name, .atMostOnce, limit)
    }

    /// A field whose values keep their order.
    static func times(
        _ count: ClosedRange<Int>, _ tag: UInt16, _ name: String, _ limit: ClosedRange<Int>? = nil
    ) -> Field {
        Field(tag, name, .times(count), limit)
    }
}

// MARK: What the specification says of it
extension FieldRule {
    /// `1`, `0..1` or `1..40`.
    package var occurs: String {
        switch occurrence {
        case .once: "1"
        case .atMostOnce: "0..1"
        case .times(let range): "\(range.lowerBound)..\(range.upperBound)"
        }
    }

    /// `1..64`, or a dash where the type alone decides.
    package var allowed: String {
        limit.map { "\($0.lowerBound)..\($0.upperBound)" } ?? "-"
    }

    /// How many values there may be.
    var counts: ClosedRange<Int> {
        switch occurrence {
        case .once: 1...1
        case .atMostOnce: 0...1
        case .times(let range): range
        }
    }
}

// MARK: Checks, the same at both ends
extension FieldRule {
    /// - Throws: ``WireError`` when an integer, or a number of bytes, is outside the limit.
    func check(_ extent: Int, unit: String) throws(WireError) {
        guard let limit, !limit.contains(extent) else { return }
        throw WireError(
            .limitExceeded, field: name, limit: "\(limit.lowerBound)...\(limit.upperBound)\(unit)",
            message: unit.isEmpty ? "the value is outside its limit" : "it has \(extent)\(unit)")
    }

    /// - Throws: ``WireError`` when the field is missing, there more than once, or there too often.
    func checkCount(_ count: Int) throws(WireError) {
        guard !counts.contains(count) else { return }
        let allowed = "\(occurs) times"
        if count == 0 { throw WireError(.malformedMessage, field: name, limit: allowed, message: "it is missing") }
        if case .times = occurrence {
            throw WireError(.limitExceeded, field: name, limit: allowed, message: "it occurs too often")
        }
        throw WireError(.malformedMessage, field: name, limit: allowed, message: "it occurs more than once")
    }

    /// What a value of the wrong shape is refused with.
    func malformed(_ message: String, limit: String) -> WireError {
        WireError(.malformedMessage, field: name, limit: limit, message: message)
    }
}
