import TamgaRegistry
import TamgaTemplates

/// Goes through the canonical form of a content, field by field.
struct ContentReader {
    private let bytes: [UInt8]
    private var offset = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    private static func refusal(_ field: String, _ reason: String) -> CertificateError {
        .notACertificate(reason: "content, \(field): \(reason)")
    }

    mutating func magic() throws(CertificateError) {
        let head = CertificateContent.magic
        guard bytes.count > head.count, bytes.starts(with: head) else {
            throw Self.refusal("first bytes", "something else")
        }
        guard bytes[head.count] == CertificateContent.version else { throw .newer(version: Int(bytes[head.count])) }
        offset = head.count + 1
    }

    /// A byte with the length, and so many bytes.
    mutating func field(_ name: String, _ lengths: ClosedRange<Int>) throws(CertificateError) -> ArraySlice<UInt8> {
        guard offset < bytes.count else { throw Self.refusal(name, "is missing") }
        let length = Int(bytes[offset])
        guard lengths.contains(length), bytes.count - offset - 1 >= length else {
            throw Self.refusal(name, "has another length")
        }
        defer { offset += 1 + length }
        return bytes[(offset + 1)..<(offset + 1 + length)]
    }

    mutating func text(_ name: String, _ lengths: ClosedRange<Int>) throws(CertificateError) -> String {
        guard let text = String(validating: try field(name, lengths), as: UTF8.self) else {
            throw Self.refusal(name, "is not UTF-8")
        }
        return text
    }

    mutating func person() throws(CertificateError) -> PersonID {
        let text = try text("person", 1...RegistryLimits.personIDBytes)
        do throws(PersonIDError) { return try PersonID(text) } catch { throw Self.refusal("person", "\(error)") }
    }

    mutating func coded<Value: ContentCoded>(_ name: String, _: Value.Type) throws(CertificateError) -> Value {
        guard let code = try field(name, 1...1).first, let value = Value(contentCode: code) else {
            throw Self.refusal(name, "a code that has no meaning")
        }
        return value
    }

    mutating func date(_ name: String) throws(CertificateError) -> CalendarDate {
        let parts = try field(name, 4...4).map { Int($0) }
        do throws(CalendarDateError) {
            return try CalendarDate(year: parts[0] << 8 | parts[1], month: parts[2], day: parts[3])
        } catch { throw Self.refusal(name, "\(error)") }
    }

    mutating func taken() throws(CertificateError) -> [FingerPosition] {
        var positions: [FingerPosition] = []
        for code in try field("taken", 1...FingerPosition.allCases.count) {
            positions.append(try Self.position(code, "taken"))
        }
        return positions
    }

    mutating func notTaken() throws(CertificateError) -> [FingerPosition: MissingReason] {
        let pairs = Array(try field("notTaken", 0...(2 * FingerPosition.allCases.count)))
        guard pairs.count.isMultiple(of: 2) else { throw Self.refusal("notTaken", "half a pair") }
        var reasons: [FingerPosition: MissingReason] = [:]
        for index in stride(from: 0, to: pairs.count, by: 2) {
            let position = try Self.position(pairs[index], "notTaken")
            guard let reason = MissingReason(contentCode: pairs[index + 1]) else {
                throw Self.refusal("notTaken", "a reason that has no meaning")
            }
            guard reasons.updateValue(reason, forKey: position) == nil else {
                throw Self.refusal("notTaken", "a position twice")
            }
        }
        return reasons
    }

    func end() throws(CertificateError) {
        guard offset == bytes.count else { throw .notACertificate(reason: "content: more bytes than fields") }
    }

    private static func position(_ code: UInt8, _ name: String) throws(CertificateError) -> FingerPosition {
        guard let position = FingerPosition(rawValue: code) else {
            throw refusal(name, "a position that has no meaning")
        }
        return position
    }
}
