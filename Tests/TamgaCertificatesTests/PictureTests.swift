import Foundation
import TamgaCertificates
import TamgaCrypto
import TamgaTestSupport
import Testing

/// A certificate as readers of PDF see it: drawn by poppler, which knows nothing of us.
@Suite(
    .enabled(if: Samples.hasFonts, "\(Samples.noFonts)"), .enabled(if: Samples.hasPoppler, "\(Samples.noPoppler)"))
struct PictureTests {
    /// Where docs/CERTIFICATE.md says that the code is, in points: left edge, upper edge from below, room for its side.
    private let left = 51.0
    private let top = 194.0
    private let room = 138.0

    /// Grey values of the page at so many dots an inch, row by row.
    private func picture(_ file: [UInt8], dots: Int) throws -> (width: Int, pixels: [UInt8]) {
        let pdf = try TemporaryFile(file)
        let image = try Tool.run(["pdftoppm", "-gray", "-r", "\(dots)", "-singlefile", pdf.path])
        // P5, width and height, 255, then the bytes.
        let head = image.split(separator: 10, maxSplits: 3, omittingEmptySubsequences: false)
        try #require(head.count == 4 && head[0].elementsEqual("P5".utf8))
        let width = try #require(Int(String(decoding: head[1].prefix { $0 != 32 }, as: UTF8.self)))
        return (width, Array(head[3]))
    }

    /// Made, opened as a picture, the code read off it, verified, and refused after one changed byte.
    @Test(arguments: ["ed25519", "P-384"])
    func theCodeOnThePictureVerifies(algorithm: String) throws {
        let key = try Samples.key(algorithm)
        let content = try Samples.content()
        var file = try Certificate.issue(content, key: key, fonts: Samples.fonts())
        let dots = 300
        let (width, pixels) = try picture(file, dots: dots)
        let size = try #require(QRCode(Array(try Certificate.qrText(content, key: key).utf8))).size
        let module = (room / Double(size) * 100).rounded(.down) / 100
        let scale = Double(dots) / 72
        let read = try PlainCodeReader(size: size) { row, column in
            let x = Int((left + (Double(column) + 0.5) * module) * scale)
            let y = Int((842 - top + (Double(row) + 0.5) * module) * scale)
            return pixels[y * width + x] < 128
        }
        let text = String(decoding: read.text, as: UTF8.self)
        #expect(try Certificate.verify(qrText: text, key: key.verificationKey) == content)
        #expect(try Certificate.verify(file, key: key.verificationKey) == content)
        file[file.count / 2] ^= 1
        #expect(throws: CertificateError.notAuthentic) { try Certificate.verify(file, key: key.verificationKey) }
    }

    /// The quiet zone around the code is white, and there is ink on the page.
    @Test func thePageIsDrawn() throws {
        let file = try Certificate.issue(Samples.content(), key: Samples.key(), fonts: Samples.fonts())
        let (width, pixels) = try picture(file, dots: 72)
        #expect(width == 595 && pixels.count == 595 * 842)
        let dark = pixels.count { $0 < 128 }
        #expect((5_000...60_000).contains(dark), "\(dark) dark dots")
        for y in (842 - 194 - 5)..<(842 - 56 + 6) {
            for x in [46, 47, 48, 191, 192, 193] { #expect(pixels[y * width + x] > 250) }
        }
    }

    @Test func textsCanBeCopiedOut() throws {
        // Not letter by letter: readers join letters that stand alone.
        let place = "ӘҒҚҢӨҰҮҺІ әғқңөұүһі, АБВ ЁЪЫЭ ёъыэ № 109"
        let file = try Certificate.issue(Samples.content(place: place), key: Samples.key(), fonts: Samples.fonts())
        let pdf = try TemporaryFile(file)
        let text = String(decoding: try Tool.run(["pdftotext", "-layout", pdf.path, "-"]), as: UTF8.self)
        for words in [
            place, "тіркеу туралы куәлік", "ҚАЗАҚСТАН РЕСПУБЛИКАСЫ", "Ішкі істер министрлігі", "2026 жылғы 24 қараша",
            "дактилоскопической", "Министерство внутренних дел", "26 ноября 2026 года", "мизинец (ампутация)",
            "Certificate of", "Ministry of Internal Affairs", "24 November 2026", "little (amputated)", "№ 0000001842",
            "KZ-2026-000417",
        ] {
            #expect(text.contains(words), "\(words)")
        }
    }

    @Test func theFontsAreEmbedded() throws {
        let file = try Certificate.issue(Samples.content(), key: Samples.key(), fonts: Samples.fonts())
        let pdf = try TemporaryFile(file)
        let table = String(decoding: try Tool.run(["pdffonts", pdf.path]), as: UTF8.self)
        let lines = table.split(separator: "\n").dropFirst(2)
        #expect(lines.count == 2)
        // Columns emb, sub, uni.
        for line in lines { #expect(line.contains("Identity-H       yes yes yes")) }
    }
}
