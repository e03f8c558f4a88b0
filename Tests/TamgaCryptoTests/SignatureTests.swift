import TamgaCrypto
import TamgaTestSupport
import Testing

/// Signatures held against published vectors and against the openssl program.
@Suite struct SignatureTests {
    /// RFC 8032, 7.1, tests 1 to 3: secret key, public key, message, signature.
    @Test(arguments: [
        (
            "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
            "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a", "",
            """
            e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46b
            d25bf5f0595bbe24655141438e7a100b
            """
        ),
        (
            "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
            "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c", "72",
            """
            92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c
            387b2eaeb4302aeeb00d291612bb0c00
            """
        ),
        (
            "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
            "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025", "af82",
            """
            6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc659
            4a7c15e9716ed28dc027beceea1ec40a
            """
        ),
    ])
    func ed25519KnownAnswers(secret: String, open: String, message: String, signature: String) throws {
        let key = try SigningKey(pem: pem("PRIVATE KEY", hex("302e020100300506032b657004220420") + hex(secret)))
        #expect(key.algorithm == .ed25519)
        #expect(try key.sign(hex(message)) == hex(signature))
        let verification = try VerificationKey(pem: pem("PUBLIC KEY", hex("302a300506032b6570032100") + hex(open)))
        #expect(verification.identifier == key.identifier)
        #expect(try verification.verify(hex(message), signature: hex(signature)))
        #expect(try !verification.verify(hex(message) + [0], signature: hex(signature)))
    }

    /// RFC 6979, A.2.5 and A.2.6, "sample" with SHA-256 and SHA-384.
    @Test func ecdsaKnownAnswers() throws {
        let p256 = try VerificationKey(pem: pem("PUBLIC KEY", hex("""
            3059301306072a8648ce3d020106082a8648ce3d030107034200 04
            60FED4BA255A9D31C961EB74C6356D68C049B8923B61FA6CE669622E60F29FB6
            7903FE1008B8BC99A41AE9E95628BC64F2F1B20C2D7E9F5177A3C294D4462299
            """)))
        #expect(p256.algorithm == .ecdsaP256)
        #expect(try p256.verify(Array("sample".utf8), signature: hex("""
            3046 022100 EFD48B2AACB6A8FD1140DD9CD45E81D69D2C877B56AAF991C34D0EA84EAF3716
            022100 F7CB1C942D657C41D436C7A1B6E29F65F3E900DBB9AFF4064DC4AB2F843ACDA8
            """)))
        let p384 = try VerificationKey(pem: pem("PUBLIC KEY", hex("""
            3076301006072a8648ce3d020106052b81040022036200 04
            EC3A4E415B4E19A4568618029F427FA5DA9A8BC4AE92E02E06AAE5286B300C64DEF8F0EA9055866064A254515480BC13
            8015D9B72D7D57244EA8EF9AC0C621896708A59367F9DFB9F54CA84B3F1C9DB1288B231C3AE0D4FE7344FD2533264720
            """)))
        #expect(p384.algorithm == .ecdsaP384)
        #expect(try p384.verify(Array("sample".utf8), signature: hex("""
            3066 023100
            94EDBB92A5ECB8AAD4736E56C691916B3F88140666CE9FA73D64C4EA95AD133C81A648152E44ACF96E36DD1E80FABE46
            023100
            99EF4AEB15F178CEA1FE40DB2603138F130E740A19624526203B6351D0A3A94FA329C145786E679E7B82C71A38628AC8
            """)))
    }

    static let algorithms = [
        ("ed25519", SignatureAlgorithm.ed25519), ("P-256", .ecdsaP256), ("P-384", .ecdsaP384),
    ]

    @Test(arguments: algorithms)
    func whatIsSignedIsVerifiedAndNothingElse(name: String, algorithm: SignatureAlgorithm) throws {
        let pair = try KeyPair(name)
        let key = try SigningKey(pem: pair.secret)
        let open = try VerificationKey(pem: pair.open)
        #expect(key.algorithm == algorithm && open.algorithm == algorithm)
        let message = Array("a certificate".utf8)
        let signature = try key.sign(message)
        #expect(CryptoLimits.signatureBytes.contains(signature.count))
        #expect(try open.verify(message, signature: signature))
        #expect(try key.verificationKey.verify(message, signature: signature))
        for index in signature.indices {
            for bit in 0..<8 {
                var changed = signature
                changed[index] ^= 1 << bit
                #expect(try !open.verify(message, signature: changed))
            }
            #expect(try !open.verify(message, signature: Array(signature.prefix(index))))
        }
        #expect(try !open.verify(message, signature: signature + [0]))
        #expect(try !open.verify(message, signature: []))
        #expect(try !open.verify(Array("A certificate".utf8), signature: signature))
        #expect(try !VerificationKey(pem: KeyPair(name).open).verify(message, signature: signature))
    }

    @Test func edSignsTheSameWayEachTime() throws {
        let key = try SigningKey(pem: KeyPair("ed25519").secret)
        #expect(try key.sign([1, 2, 3]) == key.sign([1, 2, 3]))
    }

    @Test(arguments: algorithms)
    func theIdentifierIsThatOfTheSubjectPublicKeyInfo(name: String, _: SignatureAlgorithm) throws {
        let pair = try KeyPair(name)
        let info = try Tool.run(["openssl", "pkey", "-pubin", "-outform", "DER"], input: pair.open)
        #expect(try VerificationKey(pem: pair.open).identifier == Array(SHA256.digest(info).prefix(8)))
        #expect(try SigningKey(pem: pair.secret).identifier == VerificationKey(pem: pair.open).identifier)
    }

    @Test(arguments: [("P-256", "-sha256"), ("P-384", "-sha384")])
    func theOpensslProgramAgrees(curve: String, digest: String) throws {
        let pair = try KeyPair(curve)
        let secret = try TemporaryFile(pair.secret), open = try TemporaryFile(pair.open)
        let message = Array("a certificate".utf8)
        let theirs = try Tool.run(["openssl", "dgst", digest, "-sign", secret.path], input: message)
        #expect(try VerificationKey(path: open.path).verify(message, signature: theirs))
        let ours = try TemporaryFile(try SigningKey(path: secret.path).sign(message))
        let answer = try Tool.run(
            ["openssl", "dgst", digest, "-verify", open.path, "-signature", ours.path], input: message)
        #expect(String(decoding: answer, as: UTF8.self) == "Verified OK\n")
    }
}

/// A block of PEM (RFC 7468).
func pem(_ label: String, _ bytes: [UInt8]) throws -> [UInt8] {
    let text = String(decoding: try Tool.run(["openssl", "base64"], input: bytes), as: UTF8.self)
    return Array("-----BEGIN \(label)-----\n\(text)-----END \(label)-----\n".utf8)
}
