import TamgaCrypto
import Testing

@Suite struct DigestTests {
    /// FIPS 180-4's examples, as NIST publishes them.
    @Test(arguments: [
        ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        (
            "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
        ),
    ])
    func knownAnswers(text: String, digest: String) throws {
        #expect(try SHA256.digest(Array(text.utf8)) == hex(digest))
    }

    @Test func aMillionTimesA() throws {
        var running = try SHA256()
        for _ in 0..<1_000 { running.add([UInt8](repeating: UInt8(ascii: "a"), count: 1_000)) }
        let digest = try running.finish()
        #expect(digest == hex("cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"))
    }

    @Test func numbersAreAddedHighestByteFirst() throws {
        var running = try SHA256()
        running.add(0x0102_0304_0506_0708)
        running.add([])
        running.add([9])
        let digest = try running.finish()
        #expect(try digest == SHA256.digest([1, 2, 3, 4, 5, 6, 7, 8, 9]))
    }
}
