import Foundation
import TamgaCertificates
import TamgaCommands
import TamgaCrypto
import TamgaRegistry
import TamgaTemplates
import TamgaTestSupport
import Testing

private enum Fonts {
    static let arePresent = FileManager.default.isReadableFile(atPath: CertificateFonts.boldPath)
}

/// `tamga certificate verify`: files, texts of QR codes, and what is printed of them.
@Suite(.enabled(if: Fonts.arePresent, "no fonts: `make setup` installs the package fonts-dejavu-core"))
struct CertificateTests {
    private let key: SigningKey
    private let publicKey: TemporaryFile
    private let file: [UInt8]
    private let text: String
    private let recorder = Recorder()

    init() throws {
        let pair = try KeyPair("ed25519")
        (key, publicKey) = (try SigningKey(pem: pair.secret), try TemporaryFile(pair.open))
        let content = try CertificateContent(
            serial: 7, person: PersonID("P-1"), agency: .transport, place: "Ақтау", ground: .seafarerDocument,
            registeredOn: CalendarDate("2026-01-05"), issuedOn: CalendarDate("2026-01-06"),
            taken: FingerPosition.fingers.filter { $0 != .rightThumb }, notTaken: [.rightThumb: .bandaged])
        let paths = [CertificateFonts.regularPath, CertificateFonts.boldPath]
        let fonts = try paths.map { [UInt8](try Data(contentsOf: URL(fileURLWithPath: $0))) }
        file = try Certificate.issue(content, key: key, fonts: CertificateFonts(regular: fonts[0], bold: fonts[1]))
        text = try Certificate.qrText(content, key: key)
    }

    private func check(
        _ bytes: [UInt8]? = nil, qr: String? = nil, key: TemporaryFile? = nil, language: Language = .english,
        isJSON: Bool = false
    ) throws -> CommandStatus {
        let place = try bytes.map { try TemporaryFile($0) }
        let check = try CertificateCheck(
            file: place?.path, text: qr, publicKey: (key ?? publicKey).path, language: language)
        return try check.run(recorder.console(isJSON: isJSON))
    }

    private var json: String {
        #"{"authentic":true,"serial":"7","person":"P-1","agency":"transport","place":"Ақтау","#
            + #""ground":"seafarer-document","registered_on":"2026-01-05","issued_on":"2026-01-06","#
            + #""taken":["right-index","right-middle","right-ring","right-little","left-thumb","left-index","#
            + #""left-middle","left-ring","left-little"],"not_taken":{"right-thumb":"bandaged"},"#
            + #""key":"\#(Hex.text(key.identifier))","algorithm":"ed25519"}"# + "\n"
    }

    @Test func anAuthenticFileIsSaidToBe() throws {
        #expect(try check(file, isJSON: true) == .done)
        #expect(recorder.out == json)
    }

    @Test func soIsTheTextOfACode() throws {
        #expect(try check(qr: text, isJSON: true) == .done)
        #expect(recorder.out == json)
    }

    @Test(arguments: [
        (
            Language.kazakh, "КУӘЛІК ТҮПНҰСҚА", "Көлік министрлігі", "2026 жылғы 5 қаңтар",
            "Оң қол: бас бармақ (таңылған)"
        ),
        (
            .russian, "СВИДЕТЕЛЬСТВО ПОДЛИННОЕ", "Министерство транспорта", "5 января 2026 года",
            "Правая рука: большой (повязка)"
        ),
        (
            .english, "THE CERTIFICATE IS AUTHENTIC", "Ministry of Transport", "5 January 2026",
            "Right hand: thumb (bandaged)"
        ),
    ])
    func peopleReadItInTheirLanguage(
        language: Language, verdict: String, agency: String, day: String, missing: String
    ) throws {
        #expect(try check(file, language: language) == .done)
        let lines = recorder.outLines
        #expect(lines.first == verdict && lines.count == 11)
        for words in ["№ 0000000007", agency, day, missing, Hex.text(key.identifier)] {
            #expect(lines.contains { $0.contains("  \(words)") }, "\(words)")
        }
    }

    @Test func aChangedByteIsStatusOne() throws {
        var changed = file
        changed[changed.count / 2] ^= 1
        #expect(try check(changed, isJSON: true) == .notAuthentic)
        #expect(recorder.out.hasPrefix(#"{"authentic":false,"reason":"not-authentic","message":""#))
        #expect(CommandStatus.notAuthentic.rawValue == 1)
    }

    @Test func aRefusalIsSaidInTheLanguage() throws {
        #expect(try check(Array("%PDF".utf8), language: .kazakh) == .notAuthentic)
        #expect(recorder.outLines.first == "КУӘЛІК ТҮПНҰСҚА ЕМЕС")
        #expect(recorder.outLines.last?.hasPrefix("not-a-certificate: ") == true)
    }

    @Test func anotherKeyIsNamed() throws {
        let other = try TemporaryFile(try KeyPair("P-256").open)
        #expect(try check(qr: text, key: other) == .notAuthentic)
        #expect(recorder.out.contains("other-key: signed with key \(Hex.text(key.identifier))"))
    }

    @Test func aFileThatIsTooLongIsNoCertificate() throws {
        let long = [UInt8](repeating: 10, count: CertificateLimits.fileBytes + 9)
        #expect(try check(long, isJSON: true) == .notAuthentic)
        #expect(recorder.out.contains("longer than"))
    }

    @Test func whatCannotBeReadIsAMistake() throws {
        func field(_ file: String?, _ text: String?, _ key: String) -> String? {
            usage { () throws(CommandError) in
                try CertificateCheck(file: file, text: text, publicKey: key, language: .english)
            }
            .map { $0.field ?? $0.message }
        }
        #expect(field(nil, text, "/nowhere/key") == "--public-key")
        #expect(field(nil, nil, publicKey.path) == "give a file or --qr TEXT, one of the two")
        #expect(field(publicKey.path, text, publicKey.path) == "give a file or --qr TEXT, one of the two")
        #expect(field("/nowhere/file", nil, publicKey.path) == "cannot read /nowhere/file")
        #expect(field(nil, text, publicKey.path) == nil)
    }
}
