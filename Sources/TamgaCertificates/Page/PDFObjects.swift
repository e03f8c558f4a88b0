/// The objects of a PDF file, numbered from 1 on, and the table of where they are (ISO 32000-1, 7.5).
struct PDFObjects {
    private var bytes: [UInt8]
    private var offsets: [Int] = []

    /// The comment of bytes above 127 tells programs that the file is not text (7.5.2).
    static let head = Array("%PDF-1.7\n%".utf8) + [0xE2, 0xE3, 0xCF, 0xD3, 0x0A]

    init() { bytes = Self.head }

    /// The number that the next object will have.
    var next: Int { offsets.count + 1 }

    @discardableResult
    mutating func add(_ text: String) -> Int { add(Array(text.utf8)) }

    /// - Parameter entries: of the dictionary, without the length.
    @discardableResult
    mutating func addStream(_ entries: String, _ data: [UInt8]) -> Int {
        let head = "<< \(entries)/Length \(data.count) >>\nstream\n"
        return add(Array(head.utf8) + data + Array("\nendstream".utf8))
    }

    private mutating func add(_ object: [UInt8]) -> Int {
        let number = next
        offsets.append(bytes.count)
        bytes += Array("\(number) 0 obj\n".utf8) + object + Array("\nendobj\n".utf8)
        return number
    }

    /// The whole file.
    func file(root: Int, info: Int, identifier: String) -> [UInt8] {
        let entries = offsets.map { offset in
            let digits = "\(offset)"
            return String(repeating: "0", count: 10 - digits.count) + digits + " 00000 n \n"
        }
        let table = "xref\n0 \(next)\n0000000000 65535 f \n" + entries.joined()
        let trailer = """
            trailer
            << /Size \(next) /Root \(root) 0 R /Info \(info) 0 R /ID [<\(identifier)> <\(identifier)>] >>
            startxref
            \(bytes.count)
            %%EOF

            """
        return bytes + Array((table + trailer).utf8)
    }

    /// A text string in UTF-16 with its mark (7.9.2.2).
    static func text(_ text: String) -> String {
        "<FEFF" + text.utf16.map { PDFNumber.hex4(Int($0)) }.joined() + ">"
    }
}
