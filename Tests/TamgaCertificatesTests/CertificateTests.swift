import TamgaCertificates
import TamgaCrypto
import TamgaRegistry
import TamgaTemplates
import TamgaTestSupport
import Testing

/// Certificates issued, verified, and refused.
@Suite(.enabled(if: Samples.hasFonts, "\(Samples.noFonts)")) struct CertificateTests {
    private let content: CertificateContent
    private let fonts: CertificateFonts

    init() throws { (content, fonts) = (try Samples.content(), try Samples.fonts()) }

    private func refusal(_ file: [UInt8], _ key: VerificationKey) -> String? {
        do throws(CertificateError) {
            _ = try Certificate.verify(file, key: key)
            return nil
        } catch { return error.code }
    }

    @Test(arguments: ["ed25519", "P-256", "P-384"])
    func whatWasIssuedIsVerified(algorithm: String) throws {
        let key = try Samples.key(algorithm)
        let file = try Certificate.issue(content, key: key, fonts: fonts)
        #expect(try Certificate.verify(file, key: key.verificationKey) == content)
        #expect(file.starts(with: "%PDF-1.7\n".utf8))
        #expect(refusal(file, try Samples.key(algorithm).verificationKey) == "other-key")
    }

    @Test func theSameContentGivesTheSameBytes() throws {
        let key = try Samples.key()
        let file = try Certificate.issue(content, key: key, fonts: fonts)
        #expect(try Certificate.issue(content, key: key, fonts: Samples.fonts()) == file)
        #expect(try Certificate.issue(Samples.content(serial: 1_843), key: key, fonts: fonts) != file)
    }

    /// Every byte of a file, with a bit turned: all are refused.
    @Test func everyChangedByteIsRefused() async throws {
        let key = try Samples.key("P-256")
        let file = try Certificate.issue(content, key: key, fonts: fonts)
        let parts = 16
        let accepted = await withTaskGroup(of: [Int].self) { group in
            for part in 0..<parts {
                group.addTask {
                    var file = file
                    return stride(from: part, to: file.count, by: parts).filter { index in
                        let bit = UInt8(1) << (index / parts % 8)
                        file[index] ^= bit
                        defer { file[index] ^= bit }
                        return (try? Certificate.verify(file, key: key.verificationKey)) != nil
                    }
                }
            }
            return await group.reduce(into: []) { $0 += $1 }
        }
        #expect(accepted.isEmpty)
        #expect(refusal(file, key.verificationKey) == nil)
    }

    /// The end of the file, where the signature is: each byte, with each of its bits turned; and lost or doubled bytes.
    @Test func theEndOfTheFileIsStrict() throws {
        for algorithm in ["ed25519", "P-384"] {
            let key = try Samples.key(algorithm)
            let file = try Certificate.issue(content, key: key, fonts: fonts)
            for index in (file.count - 300)..<file.count {
                for bit in 0..<8 {
                    var changed = file
                    changed[index] ^= 1 << bit
                    #expect(refusal(changed, key.verificationKey) != nil)
                }
                var lost = file
                lost.remove(at: index)
                #expect(refusal(lost, key.verificationKey) != nil)
                var more = file
                more.insert(file[index], at: index)
                #expect(refusal(more, key.verificationKey) != nil)
                #expect(refusal(Array(file.prefix(index)), key.verificationKey) != nil)
            }
        }
    }

    @Test func bytesLostOrAddedAnywhereAreRefused() throws {
        let key = try Samples.key("P-256")
        let file = try Certificate.issue(content, key: key, fonts: fonts)
        for index in stride(from: 0, to: file.count, by: 211) {
            var lost = file
            lost.remove(at: index)
            #expect(refusal(lost, key.verificationKey) != nil)
            var more = file
            more.insert(UInt8(ascii: " "), at: index)
            #expect(refusal(more, key.verificationKey) != nil)
        }
    }

    @Test func oneSignatureAtTheVeryEndIsAll() throws {
        let key = try Samples.key()
        let open = key.verificationKey
        let file = try Certificate.issue(content, key: key, fonts: fonts)
        let end = try #require(file.dropLast().lastIndex(of: UInt8(ascii: "\n")))
        let (body, line) = (Array(file[...end]), Array(file[(end + 1)...]))
        #expect(refusal(body, open) == "not-a-certificate")
        #expect(refusal(file + line, open) == "not-a-certificate")
        #expect(refusal(file + [10], open) == "not-a-certificate")
        #expect(refusal(file + Array("%%EOF\n".utf8) + line, open) == "not-authentic")
        #expect(refusal(line, open) == "not-a-certificate")
        #expect(refusal([], open) == "not-a-certificate")
        let words = String(decoding: line, as: UTF8.self)
        #expect(refusal(body + Array(words.uppercased().utf8), open) == "not-a-certificate")
        let signature = words.split(separator: " ")
        let upper = "\(signature[0]) \(signature[1]) \(signature[2]) \(signature[3].uppercased())"
        #expect(refusal(body + Array(upper.utf8), open) == "not-a-certificate")
        #expect(refusal([UInt8](repeating: 10, count: CertificateLimits.fileBytes + 1), open) == "not-a-certificate")
    }

    /// The key signs nothing but certificates; yet were it to sign another PDF file, that would not be one.
    @Test func signedFilesThatAreNotCertificatesAreRefused() throws {
        let key = try Samples.key()
        func signed(_ body: [UInt8]) throws -> [UInt8] {
            let identifier = Hex.text(key.identifier)
            let signature = Hex.text(try key.sign(body))
            return body + Array("%TAMGA-SIGNATURE ed25519 \(identifier) \(signature)\n".utf8)
        }
        let file = try Certificate.issue(content, key: key, fonts: fonts)
        let end = try #require(file.dropLast().lastIndex(of: UInt8(ascii: "\n")))
        #expect(try signed(Array(file[...end])) == file)
        #expect(refusal(try signed(Array("%PDF-1.7\n%%EOF\n".utf8)), key.verificationKey) == "not-a-certificate")
        let start = try #require(file.firstIndex(of: UInt8(ascii: "T")))
        for index in 0..<(start + 120) where !file[index...end].starts(with: "%%EOF".utf8) {
            var body = Array(file[...end])
            body[index] ^= 0x40
            let answer = refusal(try signed(body), key.verificationKey)
            if index < start { #expect(answer == "not-a-certificate", "byte \(index)") }
        }
    }

    @Test func allThatCanBeSaidHasRoomAndGlyphs() throws {
        let key = try Samples.key("P-384")
        for agency in Agency.allCases {
            for (ground, reason) in zip(RegistrationGround.allCases, MissingReason.allCases + MissingReason.allCases) {
                let content = try Samples.fullest(agency, ground, reason)
                let file = try Certificate.issue(content, key: key, fonts: fonts)
                #expect(try Certificate.verify(file, key: key.verificationKey) == content)
                #expect(file.count < CertificateLimits.fileBytes)
            }
        }
        for month in 1...12 {
            let day = "2026-\(month < 10 ? "0" : "")\(month)-01"
            let content = try Samples.content(
                registeredOn: day, issuedOn: day, taken: FingerPosition.fingers, notTaken: [:])
            _ = try Certificate.issue(content, key: key, fonts: fonts)
        }
    }

    @Test func aCharacterThatTheFontLacksIsNamed() throws {
        #expect(throws: CertificateError.characterMissing("\u{52F}")) {
            _ = try Certificate.issue(Samples.content(place: "\u{52F}"), key: Samples.key(), fonts: fonts)
        }
    }
}
