import TamgaCrypto
import Testing

/// McGrew and Viega, "The Galois/Counter Mode of Operation", test cases 13 to 16.
struct GCMVector: Sendable {
    var key: String
    var nonce: String
    var plaintext = ""
    var associatedData = ""
    var ciphertext = ""
    var tag: String

    static let zeroKey = String(repeating: "00", count: 32)
    static let zeroNonce = String(repeating: "00", count: 12)
    static let longKey = "feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308"
    static let longText =
        "d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a31"
        + "8a721c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39"
    static let longCipher =
        "522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555"
        + "d1aa8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662"

    static let all = [
        GCMVector(key: zeroKey, nonce: zeroNonce, tag: "530f8afbc74536b9a963b4f1c4cb738b"),
        GCMVector(
            key: zeroKey, nonce: zeroNonce, plaintext: "00000000000000000000000000000000",
            ciphertext: "cea7403d4d606b6e074ec5d3baf39d18", tag: "d0d1c8a799996bf0265b98b5d48ab919"),
        GCMVector(
            key: longKey, nonce: "cafebabefacedbaddecaf888", plaintext: longText + "1aafd255",
            ciphertext: longCipher + "898015ad", tag: "b094dac5d93471bdec1a502270e3cc6c"),
        GCMVector(
            key: longKey, nonce: "cafebabefacedbaddecaf888", plaintext: longText,
            associatedData: "feedfacedeadbeeffeedfacedeadbeefabaddad2", ciphertext: longCipher,
            tag: "76fc6ece0f4e1768cddf8853bb2d551b"),
    ]
}

@Suite struct AES256GCMTests {
    private let nonce = [UInt8](0..<12)

    @Test(arguments: GCMVector.all)
    func knownAnswersBothWays(vector: GCMVector) throws {
        let key = try #require(SecretKey(bytes: hex(vector.key)))
        let data = hex(vector.associatedData)
        let sealed = try AES256GCM.seal(
            hex(vector.plaintext), key: key, nonce: hex(vector.nonce), associatedData: data)
        #expect(sealed == hex(vector.ciphertext + vector.tag))
        #expect(
            try AES256GCM.open(sealed, key: key, nonce: hex(vector.nonce), associatedData: data)
                == hex(vector.plaintext))
    }

    @Test(arguments: [[], [UInt8]("a small message of 29 bytes!!".utf8)])
    func everyFlippedBitIsRefused(plaintext: [UInt8]) throws {
        let key = try testKey()
        let data = [UInt8]("row 17".utf8)
        let sealed = try AES256GCM.seal(plaintext, key: key, nonce: nonce, associatedData: data)
        #expect(sealed.count == plaintext.count + 16)
        for bit in 0..<(sealed.count * 8) {
            #expect(throws: CryptoError.authenticationFailed) {
                try AES256GCM.open(flipped(sealed, bit), key: key, nonce: nonce, associatedData: data)
            }
        }
        for bit in 0..<(data.count * 8) {
            #expect(throws: CryptoError.authenticationFailed) {
                try AES256GCM.open(sealed, key: key, nonce: nonce, associatedData: flipped(data, bit))
            }
        }
        for bit in 0..<(nonce.count * 8) {
            #expect(throws: CryptoError.authenticationFailed) {
                try AES256GCM.open(sealed, key: key, nonce: flipped(nonce, bit), associatedData: data)
            }
        }
        #expect(try AES256GCM.open(sealed, key: key, nonce: nonce, associatedData: data) == plaintext)
    }

    @Test func everyFlippedBitOfTheKeyIsRefused() throws {
        let bytes = [UInt8](1...32)
        let sealed = try AES256GCM.seal(bytes, key: #require(SecretKey(bytes: bytes)), nonce: nonce)
        for bit in 0..<256 {
            let other = try #require(SecretKey(bytes: flipped(bytes, bit)))
            #expect(throws: CryptoError.authenticationFailed) {
                try AES256GCM.open(sealed, key: other, nonce: nonce)
            }
        }
    }

    /// Whole buffers, sealed elsewhere or where they lie, are what the arrays are.
    @Test(arguments: [0, 1, 15, 16, 100_000]) func buffersAreSealedLikeArrays(count: Int) throws {
        let key = try testKey()
        let text = (0..<count).map { UInt8(truncatingIfNeeded: $0 * 7) }
        let whole = try AES256GCM.seal(text, key: key, nonce: nonce, associatedData: [5])
        for inPlace in [false, true] {
            var space = inPlace ? text : [UInt8](repeating: 9, count: count)
            let tag = try unsafe space.withUnsafeMutableBytes { space in
                try unsafe text.withUnsafeBytes { text in
                    try unsafe AES256GCM.seal(
                        inPlace ? UnsafeRawBufferPointer(space) : text, into: space, key: key, nonce: nonce,
                        associatedData: [5])
                }
            }
            #expect(space + tag == whole)
            try open(&space, tag, key, nonce, [5])
            #expect(space == text)
        }
    }

    private func open(
        _ space: inout [UInt8], _ tag: [UInt8], _ key: SecretKey, _ nonce: [UInt8], _ data: [UInt8]
    ) throws {
        try unsafe space.withUnsafeMutableBytes { space in
            try unsafe AES256GCM.open(inPlace: space, tag: tag, key: key, nonce: nonce, associatedData: data)
        }
    }

    @Test func aBufferThatDiffersIsRefusedAndCleared() throws {
        let key = try testKey()
        let text = [UInt8](1...40)
        let whole = try AES256GCM.seal(text, key: key, nonce: nonce, associatedData: [5])
        let (sealed, tag) = (Array(whole.dropLast(16)), Array(whole.suffix(16)))
        let wrong: [([UInt8], [UInt8], SecretKey, [UInt8], [UInt8])] = [
            (flipped(sealed, 17), tag, key, nonce, [5]), (sealed, flipped(tag, 127), key, nonce, [5]),
            (sealed, tag, try testKey(8), nonce, [5]), (sealed, tag, key, flipped(nonce, 0), [5]),
            (sealed, tag, key, nonce, [4]), (Array(sealed.dropLast()), tag, key, nonce, [5]),
        ]
        for (sealed, tag, key, nonce, data) in wrong {
            var space = sealed
            #expect(throws: CryptoError.authenticationFailed) { try open(&space, tag, key, nonce, data) }
            #expect(space.allSatisfy { $0 == 0 })
        }
        for (tag, nonce) in [(Array(tag.dropLast()), nonce), (tag + [0], nonce), (tag, Array(nonce.dropLast()))] {
            var space = sealed
            #expect(throws: CryptoError.authenticationFailed) { try open(&space, tag, key, nonce, [5]) }
            #expect(space == sealed)
        }
        var short = [UInt8](repeating: 0, count: 39)
        #expect(throws: CryptoError.lengthRefused(argument: "the space of a ciphertext", bytes: 39, limit: 40...40)) {
            try unsafe short.withUnsafeMutableBytes { space in
                try unsafe text.withUnsafeBytes { text in
                    try unsafe AES256GCM.seal(text, into: space, key: key, nonce: nonce)
                }
            }
        }
    }

    @Test func otherLengthsAreRefused() throws {
        let key = try testKey()
        let sealed = try AES256GCM.seal([1, 2, 3], key: key, nonce: nonce, associatedData: [9])
        for count in 0..<sealed.count {
            #expect(throws: CryptoError.authenticationFailed) {
                try AES256GCM.open(Array(sealed.prefix(count)), key: key, nonce: nonce, associatedData: [9])
            }
        }
        for wrong in [[], Array(nonce.dropLast()), nonce + [0]] {
            #expect(throws: CryptoError.authenticationFailed) {
                try AES256GCM.open(sealed, key: key, nonce: wrong, associatedData: [9])
            }
            #expect(throws: CryptoError.lengthRefused(argument: "a nonce", bytes: wrong.count, limit: 12...12)) {
                try AES256GCM.seal([1], key: key, nonce: wrong)
            }
        }
    }

    @Test func aKeyIsWrappedAndUnwrapped() throws {
        let (outer, inner) = (try SecretKey.generate(), try SecretKey.generate())
        let wrapped = try AES256GCM.wrap(inner, key: outer, nonce: nonce, associatedData: [1])
        #expect(wrapped.count == 48)
        #expect(try AES256GCM.unwrap(wrapped, key: outer, nonce: nonce, associatedData: [1]) == inner)
        for bit in 0..<(48 * 8) {
            #expect(throws: CryptoError.authenticationFailed) {
                try AES256GCM.unwrap(flipped(wrapped, bit), key: outer, nonce: nonce, associatedData: [1])
            }
        }
        let text = try AES256GCM.seal([1], key: outer, nonce: nonce)
        #expect(throws: CryptoError.authenticationFailed) {
            try AES256GCM.unwrap(text, key: outer, nonce: nonce)
        }
    }

    @Test func wrappingIsSealingTheBytes() throws {
        let bytes = [UInt8](repeating: 3, count: 32)
        let wrapped = try AES256GCM.wrap(testKey(3), key: testKey(), nonce: nonce)
        #expect(try wrapped == AES256GCM.seal(bytes, key: testKey(), nonce: nonce))
    }

    @Test func manyThreadsAtOnce() async throws {
        let key = try SecretKey.generate()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for task in 0..<8 {
                group.addTask {
                    for turn in 0..<2_000 {
                        let text = [UInt8](repeating: UInt8(turn & 255), count: turn % 70)
                        let nonce = [UInt8](repeating: UInt8(task), count: 12)
                        let sealed = try AES256GCM.seal(text, key: key, nonce: nonce, associatedData: [UInt8(task)])
                        let opened = try AES256GCM.open(sealed, key: key, nonce: nonce, associatedData: [UInt8(task)])
                        #expect(opened == text)
                    }
                }
            }
            try await group.waitForAll()
        }
    }

    private func flipped(_ bytes: [UInt8], _ bit: Int) -> [UInt8] {
        var other = bytes
        other[bit / 8] ^= 1 << (bit % 8)
        return other
    }
}
