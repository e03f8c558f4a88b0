import TamgaCertificates
import TamgaCrypto
import TamgaRegistry
import TamgaTestSupport
import Testing

/// The text of the QR code by itself: a certificate of which only paper is left.
@Suite struct QRTextTests {
    private let content: CertificateContent

    init() throws { content = try Samples.content() }

    private func refusal(_ text: String, _ key: VerificationKey) -> String? {
        do throws(CertificateError) {
            _ = try Certificate.verify(qrText: text, key: key)
            return nil
        } catch { return error.code }
    }

    @Test(arguments: ["ed25519", "P-256", "P-384"])
    func itIsVerifiedByItself(algorithm: String) throws {
        let key = try Samples.key(algorithm)
        let text = try Certificate.qrText(content, key: key)
        #expect(text.hasPrefix("TAMGA1:"))
        #expect(try Certificate.verify(qrText: text, key: key.verificationKey) == content)
        #expect(refusal(text, try Samples.key(algorithm).verificationKey) == "other-key")
    }

    @Test func theLongestHasRoomInACode() throws {
        let text = try Certificate.qrText(
            Samples.fullest(.interior, .asylum, .bandaged), key: Samples.key("P-384"))
        #expect(QRCode(Array(text.utf8)) != nil)
    }

    @Test(arguments: ["ed25519", "P-256", "P-384"])
    func everyOtherCharacterIsRefused(algorithm: String) throws {
        let key = try Samples.key(algorithm)
        let text = Array(try Certificate.qrText(content, key: key))
        let others = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_=+/ .\u{301}")
        var generator = SeededGenerator(seed: 4)
        for index in text.indices {
            let some = others.shuffled(using: &generator).prefix(6)
            for other in some where other != text[index] {
                var changed = text
                changed[index] = other
                #expect(refusal(String(changed), key.verificationKey) != nil)
            }
            var lost = text
            lost.remove(at: index)
            #expect(refusal(String(lost), key.verificationKey) != nil)
            var doubled = text
            doubled.insert(text[index], at: index)
            #expect(refusal(String(doubled), key.verificationKey) != nil)
            #expect(refusal(String(text.prefix(index)), key.verificationKey) != nil)
        }
        for tail in ["=", "==", "A", "\n", " ", "\u{301}"] {
            #expect(refusal(String(text) + tail, key.verificationKey) != nil)
        }
    }

    @Test func otherTextsAreRefused() throws {
        let key = try Samples.key().verificationKey
        for text in ["", "TAMGA1:", "TAMGA1:AAAA", "TAMGA2:AAAA", "tamga1:AAAA", "https://example.org"] {
            #expect(refusal(text, key) == "not-a-certificate")
        }
        let long = "TAMGA1:" + String(repeating: "A", count: CertificateLimits.codeTextBytes)
        #expect(refusal(long, key) == "not-a-certificate")
    }

    /// A signature over a file is none over a content, and the other way round.
    @Test func theTwoSignaturesAreNotExchanged() throws {
        let key = try Samples.key()
        let signed = Array("%PDF-1.7 and so on".utf8)
        #expect(content.canonicalBytes.prefix(4).elementsEqual("TMGC".utf8))
        #expect(try !key.verificationKey.verify(content.canonicalBytes, signature: key.sign(signed)))
    }
}
