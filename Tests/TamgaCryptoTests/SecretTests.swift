import TamgaCrypto
import Testing

@Suite struct SecretTests {
    @Test(arguments: [0, 1, 16, 31, 33, 64])
    func aKeyHas32Bytes(count: Int) {
        #expect(SecretKey(bytes: [UInt8](repeating: 1, count: count)) == nil)
    }

    @Test func nothingShowsAKey() throws {
        let bytes = [UInt8](repeating: 0xAB, count: 32)
        let key = try #require(SecretKey(bytes: bytes))
        var dumped = ""
        dump(key, to: &dumped)
        let master = try KeyRing(parsing: Array(RingText.two.utf8)).active
        #expect("\(key)" == "(key)" && String(reflecting: key) == "(key)" && dumped == "- (key) #0\n")
        #expect("\(master)".contains("(key)"))
        for text in ["\(key)", dumped, "\(master)", String(reflecting: master)] {
            #expect(!text.contains("171") && !text.lowercased().contains("abab") && !text.contains("b0b1"))
        }
    }

    @Test func keysAreEqualByTheirBytes() throws {
        #expect(try testKey(1) == testKey(1))
        #expect(try testKey(1) != testKey(2))
        #expect(try SecretKey.generate() != SecretKey.generate())
    }

    @Test func randomBytesAreAsManyAsAskedAndDiffer() throws {
        #expect(try randomBytes(0) == [])
        for count in [16, 31, 4_096] {
            let (first, second) = (try randomBytes(count), try randomBytes(count))
            #expect(first.count == count && second.count == count && first != second)
        }
        for count in [-1, CryptoLimits.messageBytes + 1] {
            #expect(
                throws: CryptoError.lengthRefused(
                    argument: "a request for random bytes", bytes: count, limit: 0...CryptoLimits.messageBytes)
            ) { try randomBytes(count) }
        }
    }

    /// What a missing provider and FIPS rules come to.
    @Test func whatOpenSSLDoesNotOfferIsSaid() {
        let cipher = #expect(throws: CryptoError.self) {
            _ = try Cipher(fetching: "AES-256-GCM", properties: "provider=none")
        }
        let digest = #expect(throws: CryptoError.self) { _ = try Digest(fetching: "NOTHING") }
        #expect(cipher?.code == "unavailable" && digest?.code == "unavailable")
        #expect(cipher?.description.contains("does not offer AES-256-GCM") == true)
        #expect(cipher?.cause == "unsupported")
    }

    @Test func errorsSaySomething() {
        let errors: [CryptoError] = [
            .authenticationFailed, .lengthRefused(argument: "a nonce", bytes: 3, limit: 12...12),
            .unavailable(algorithm: "X", cause: "y"), .failed(operation: "x", cause: "y"),
        ]
        #expect(Set(errors.map(\.code)).count == 4)
        #expect(errors.map(\.cause) == [nil, nil, "y", "y"])
        #expect(errors[1].description == "a nonce is 3 bytes long, but must be 12")
        #expect(errors[3].description == "OpenSSL failed at x: y")
    }
}
