/// Reads a ring line by line.
struct KeyRingParser {
    static let format = "tamga-key-v1"

    private(set) var keys: [MasterKey] = []
    /// Where each identifier was first seen.
    private var lines: [String: Int] = [:]
    private var line = 0

    /// Reads the next line, without its end.
    mutating func read(_ bytes: ArraySlice<UInt8>) throws(KeyRingError) {
        line += 1
        guard Self.isText(bytes) else { throw .notText(line: line) }
        let fields = bytes.split { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") || $0 == UInt8(ascii: "\r") }
        guard let first = fields.first, first.first != UInt8(ascii: "#") else { return }
        guard first.elementsEqual(Self.format.utf8) else { throw .unknownFormat(line: line) }
        guard fields.count == 3 else { throw .fieldCount(line: line, fields: fields.count) }
        let id = try id(fields[1])
        let key = try key(fields[2])
        guard keys.count < CryptoLimits.ringKeys else {
            throw .tooManyKeys(line: line, limit: CryptoLimits.ringKeys)
        }
        lines[id] = line
        keys.append(MasterKey(id: id, key: key))
    }

    private func id(_ field: ArraySlice<UInt8>) throws(KeyRingError) -> String {
        let limit = CryptoLimits.keyIDLength.upperBound
        guard field.count <= limit else { throw .idTooLong(line: line, bytes: field.count, limit: limit) }
        guard field.allSatisfy(Self.isIDByte) else { throw .idMalformed(line: line) }
        let id = String(decoding: field, as: UTF8.self)
        if let earlier = lines[id] { throw .duplicateID(line: line, earlier: earlier) }
        return id
    }

    private func key(_ field: ArraySlice<UInt8>) throws(KeyRingError) -> SecretKey {
        let digits = CryptoLimits.keyBytes * 2
        guard field.count == digits else { throw .keyLength(line: line, digits: field.count, limit: digits) }
        guard let key = SecretKey(hexDigits: field) else { throw .keyMalformed(line: line) }
        return key
    }

    static func isIDByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."):
            true
        default: false
        }
    }

    /// Whether the bytes are UTF-8, found without a copy of them.
    private static func isText(_ bytes: ArraySlice<UInt8>) -> Bool {
        (try? UTF8Span(validating: bytes.span)) != nil
    }
}

extension SecretKey {
    /// Reads 64 hexadecimal digits; nil where one is not.
    convenience init?(hexDigits: ArraySlice<UInt8>) {
        guard hexDigits.count == CryptoLimits.keyBytes * 2 else { return nil }
        var isHex = true
        // SAFETY: 64 digits make 32 bytes, for which there is room.
        unsafe self.init { space in
            for (place, digit) in hexDigits.enumerated() {
                let value = Self.value(of: digit)
                isHex = isHex && value != nil
                // SAFETY: as above.
                unsafe space[place / 2] = space[place / 2] << 4 | (value ?? 0)
            }
        }
        guard isHex else { return nil }
    }

    /// The key in 64 lower-case hexadecimal digits.
    var hexDigits: String {
        let digits = Array("0123456789abcdef")
        // SAFETY: the memory is alive as long as this object.
        return unsafe String(memory.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
    }

    private static func value(of digit: UInt8) -> UInt8? {
        switch digit {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): digit - UInt8(ascii: "A") + 10
        default: nil
        }
    }
}
