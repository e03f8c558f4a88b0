import NIOCore

/// The fields of one message or group, cut and counted but not yet looked into.
///
/// Made in one pass: unknown optional fields are skipped, unknown critical ones refused, and every known one
/// occurs as often as its rule says. Linear in the bytes; keeps one slice per known field and copies nothing.
package struct FieldReader {
    private var found: [(tag: UInt16, value: ByteBuffer)] = []

    /// - Throws: ``WireError`` naming the field or the tag.
    init(_ body: ByteBuffer, rules: [FieldRule]) throws(WireError) {
        var counts = [Int](repeating: 0, count: rules.count)
        var rest = body
        while rest.readableBytes > 0 {
            let (tag, value) = try Self.take(from: &rest, rules, counts)
            guard let index = rules.firstIndex(where: { $0.tag == tag }) else {
                try Self.refuseIfCritical(tag)
                continue
            }
            counts[index] += 1
            if counts[index] > rules[index].counts.upperBound { try rules[index].checkCount(counts[index]) }
            found.append((tag, value))
        }
        for (rule, count) in zip(rules, counts) { try rule.checkCount(count) }
    }

    private static func take(
        from rest: inout ByteBuffer, _ rules: [FieldRule], _ counts: [Int]
    ) throws(WireError) -> (tag: UInt16, value: ByteBuffer) {
        let left = rest.readableBytes
        guard let (tag, length) = rest.readMultipleIntegers(as: (UInt16, UInt32).self) else {
            throw WireError(
                .malformedMessage, limit: "\(FieldRule.headerBytes) bytes",
                message: "\(left) bytes are left where a field should begin")
        }
        guard let value = rest.readSlice(length: Int(length)) else {
            throw WireError(
                .malformedMessage, field: place(of: tag, rules, counts),
                limit: "0...\(rest.readableBytes) bytes", message: "its length passes the end of what it lies in")
        }
        return (tag, value)
    }

    /// The name of the next field of this tag, with its place where it may occur several times.
    private static func place(of tag: UInt16, _ rules: [FieldRule], _ counts: [Int]) -> String {
        guard let index = rules.firstIndex(where: { $0.tag == tag }) else { return name(of: tag) }
        guard case .times = rules[index].occurrence else { return rules[index].name }
        return "\(rules[index].name)[\(counts[index])]"
    }

    private static func refuseIfCritical(_ tag: UInt16) throws(WireError) {
        guard tag & FieldRule.criticalBit != 0 else { return }
        throw WireError(.unknownCriticalField, field: name(of: tag), message: "it is not known here")
    }

    /// A tag as four hexadecimal digits: `0x8001`.
    package static func name(of tag: UInt16) -> String {
        let digits = String(tag, radix: 16, uppercase: true)
        return "0x" + String(repeating: "0", count: 4 - digits.count) + digits
    }
}

// MARK: Values
extension FieldReader {
    /// The value of a field that every message of its kind has.
    func value<Value>(_ field: Field<Value>) throws(WireError) -> Value {
        guard let value = try optional(field) else { throw field.rule.malformed("it is missing", limit: "1 times") }
        return value
    }

    /// The value of a field that may be absent.
    func optional<Value>(_ field: Field<Value>) throws(WireError) -> Value? {
        guard let bytes = found.first(where: { $0.tag == field.rule.tag })?.value else { return nil }
        return try Value(field: bytes, field.rule)
    }

    /// The values of a field that may occur several times, in their order.
    func list<Value>(_ field: Field<Value>) throws(WireError) -> [Value] {
        var values: [Value] = []
        for case (field.rule.tag, let bytes) in found {
            do throws(WireError) {
                values.append(try Value(field: bytes, field.rule))
            } catch {
                throw error.at(values.count, of: field.rule)
            }
        }
        return values
    }
}

extension WireError {
    /// The same error, with the place of the failing value in its list: `finger.record` becomes `finger[2].record`.
    func at(_ index: Int, of rule: FieldRule) -> WireError {
        var placed = self
        placed.field = "\(rule.name)[\(index)]" + (field ?? rule.name).dropFirst(rule.name.count)
        return placed
    }
}
