import TamgaTemplates

/// Small inputs that broke a decoder once, or are made to break one; every run replays them as every format.
struct BrokenInputs {
    let name: String
    let format: TemplateFormat
    let bytes: [UInt8]

    /// Bytes in hexadecimal; blanks are for the reader.
    init(_ name: String, _ format: TemplateFormat, hex: String) {
        (self.name, self.format) = (name, format)
        let digits = hex.compactMap(\.hexDigitValue)
        bytes = stride(from: 0, to: digits.count - 1, by: 2).map { UInt8(digits[$0] << 4 | digits[$0 + 1]) }
    }

    /// Text with the separators FS, GS, RS and US written as `|`, `;`, `,` and `_`, lengths of records mended.
    init(_ name: String, transaction: String) {
        (self.name, format) = (name, .ansiNIST)
        let separators: [UInt8: UInt8] = [0x7C: 0x1C, 0x3B: 0x1D, 0x2C: 0x1E, 0x5F: 0x1F]
        bytes = LengthMender(format: .ansiNIST).mend(transaction.utf8.map { separators[$0] ?? $0 })
    }

    /// As this file has bytes.
    static func hex(_ bytes: [UInt8]) -> String {
        bytes.map { byte in
            let digits = String(byte, radix: 16)
            return digits.count == 1 ? "0" + digits : digits
        }
        .joined()
    }

    static let all = found + lengthBombs + oddCounts
}
