import TamgaCrypto
import TamgaRegistry

/// The signed part of a file: everything before the signature's line.
struct CertificateFile {
    let bytes: [UInt8]

    /// The dictionary of the object that holds the canonical content, always the first of the file.
    private static let contentEntries = "/Type /TMGA_Certificate "

    init(
        content: CertificateContent, text: String, key: SigningKey, fonts: CertificateFonts
    ) throws(CertificateError) {
        let canvas = try CertificatePage.drawing(content, text: text, key: key, fonts: fonts)
        let canonical = content.canonicalBytes
        let digest = try Certificate.crypting { () throws(CryptoError) in try SHA256.digest(canonical) }
        var objects = PDFObjects()
        let data = objects.addStream(Self.contentEntries, canonical)
        let regular = try Self.add(canvas.regular, "TAMGAR+Certificate", "regular", to: &objects)
        let bold = try Self.add(canvas.bold, "TAMGAB+Certificate-Bold", "bold", to: &objects)
        let drawing = objects.addStream("", Array(canvas.operators.joined(separator: "\n").utf8))
        let pages = objects.next + 1
        let sheet = objects.add(
            """
            << /Type /Page /Parent \(pages) 0 R /MediaBox [0 0 595 842] /Contents \(drawing) 0 R
            /Resources << /Font << /R \(regular) 0 R /B \(bold) 0 R >> >> >>
            """)
        objects.add("<< /Type /Pages /Kids [\(sheet) 0 R] /Count 1 >>")
        let root = objects.add(
            """
            << /Type /Catalog /Pages \(pages) 0 R /Lang (kk) /ViewerPreferences << /DisplayDocTitle true >>
            /TMGA_Content \(data) 0 R >>
            """)
        let info = objects.add(Self.information(content))
        bytes = objects.file(root: root, info: info, identifier: Hex.text(Array(digest.prefix(16))))
    }

    private static func add(
        _ subset: FontSubset, _ name: String, _ which: String, to objects: inout PDFObjects
    ) throws(CertificateError) -> Int {
        do throws(FontError) {
            return try PDFFont.add(subset, named: name, bold: which == "bold", to: &objects)
        } catch { throw .fontRefused(font: which, error) }
    }

    /// The day of issue is all the time a certificate knows: the same content gives the same bytes.
    private static func information(_ content: CertificateContent) -> String {
        let title = CertificateTexts.title
        let text = "\(title.kazakh) / \(title.russian) / \(title.english) \(CertificateTexts.number(content.serial))"
        let day = content.issuedOn.description.filter { $0 != "-" }
        return "<< /Title \(PDFObjects.text(text)) /Producer (Tamga) /CreationDate (D:\(day)) >>"
    }

    /// The canonical content of the signed part of a file.
    ///
    /// - Throws: `notACertificate` where it does not stand where ``init(content:text:key:fonts:)`` puts it.
    static func content(of body: [UInt8]) throws(CertificateError) -> [UInt8] {
        let refusal = CertificateError.notACertificate(reason: "the file does not begin with its content")
        let head = PDFObjects.head + Array("1 0 obj\n<< \(contentEntries)/Length ".utf8)
        guard body.starts(with: head) else { throw refusal }
        let digits = body[head.count...].prefix(4).prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        guard let length = Int(String(decoding: digits, as: UTF8.self)), length <= CertificateLimits.contentBytes else {
            throw refusal
        }
        let before = head + Array("\(length) >>\nstream\n".utf8)
        let after = Array("\nendstream\nendobj\n".utf8)
        guard body.starts(with: before), body.dropFirst(before.count + length).starts(with: after) else {
            throw refusal
        }
        return Array(body[before.count..<(before.count + length)])
    }
}
