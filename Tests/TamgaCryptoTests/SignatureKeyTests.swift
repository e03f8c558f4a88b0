import Glibc
import TamgaCrypto
import TamgaTestSupport
import Testing

/// Which texts and files are keys of signatures, and why others are not.
@Suite struct SignatureKeyTests {
    private let pair: KeyPair

    init() throws { pair = try KeyPair("P-256") }

    private func secretError(_ pem: [UInt8]) -> CryptoError? {
        #expect(throws: CryptoError.self) { _ = try SigningKey(pem: pem) }
    }

    private func openError(_ pem: [UInt8]) -> CryptoError? {
        #expect(throws: CryptoError.self) { _ = try VerificationKey(pem: pem) }
    }

    @Test func aCertificateCarriesAKey() throws {
        let secret = try TemporaryFile(pair.secret)
        let certificate = try Tool.run(
            ["openssl", "req", "-x509", "-new", "-key", secret.path, "-subj", "/CN=registry", "-days", "1"])
        #expect(try VerificationKey(pem: certificate).identifier == VerificationKey(pem: pair.open).identifier)
        #expect(openError(certificate + certificate)?.cause == "it holds CERTIFICATE, CERTIFICATE")
    }

    @Test func parametersMayStandInFrontOfASecretKey() throws {
        let old = try Tool.run(["openssl", "ecparam", "-name", "prime256v1", "-genkey"])
        #expect(try SigningKey(pem: old).algorithm == .ecdsaP256)
    }

    @Test(arguments: [
        (["-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:1024"], "RSA"), (["-algorithm", "ed448"], "ED448"),
        (["-algorithm", "x25519"], "X25519"),
        (["-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-521"], "EC secp521r1"),
        (["-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:secp256k1"], "EC secp256k1"),
    ])
    func otherTypesAreNamed(arguments: [String], type: String) throws {
        let secret = try Tool.run(["openssl", "genpkey"] + arguments)
        let open = try Tool.run(["openssl", "pkey", "-pubout"], input: secret)
        #expect(secretError(secret)?.message.contains(type) == true)
        #expect(openError(open)?.message.contains(type) == true)
        #expect(openError(open)?.message.contains("ed25519, ecdsa-p256, ecdsa-p384") == true)
        guard case .keyUnsupported = secretError(secret) else {
            Issue.record("not refused for its type")
            return
        }
    }

    @Test func theOtherHalfIsRefused() throws {
        #expect(secretError(pair.open) == .keyMalformed(key: "a private key", cause: "it holds PUBLIC KEY"))
        #expect(openError(pair.secret) == .keyMalformed(key: "a public key", cause: "it holds PRIVATE KEY"))
    }

    @Test func oneKeyATextIsAll() throws {
        #expect(secretError(pair.secret + pair.secret)?.cause == "it holds PRIVATE KEY, PRIVATE KEY")
        #expect(openError(pair.open + pair.open)?.cause == "it holds PUBLIC KEY, PUBLIC KEY")
    }

    @Test func aPasswordIsRefusedUnasked() throws {
        let locked = try Tool.run(["openssl", "pkey", "-aes256", "-passout", "pass:secret"], input: pair.secret)
        #expect(secretError(locked)?.cause == "it has a password, and must have none")
        let old = try Tool.run(["openssl", "ec", "-aes256", "-passout", "pass:secret"], input: pair.secret)
        #expect(secretError(old)?.code == "key-malformed")
    }

    @Test func anythingElseIsRefused() throws {
        #expect(secretError([])?.code == "length-refused")
        #expect(openError([UInt8](repeating: 10, count: 16_385))?.code == "length-refused")
        #expect(openError(Array("key".utf8))?.cause == "it has no line -----BEGIN")
        let short = "-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----\n"
        #expect(openError(Array(short.utf8))?.code == "key-malformed")
        for length in stride(from: 1, to: pair.open.count - 1, by: 7) {
            #expect(openError(Array(pair.open.prefix(length))) != nil)
        }
    }

    @Test func secretsAreReadFromFilesOfTheirOwnerOnly() throws {
        let folder = try TestFolder()
        let text = String(decoding: pair.secret, as: UTF8.self)
        #expect(try SigningKey(path: folder.write("ring", text)).algorithm == .ecdsaP256)
        let path = try folder.write("ring", text, mode: 0o644)
        let error = #expect(throws: CryptoError.self) { _ = try SigningKey(path: path) }
        #expect(error?.description.contains("chmod 600") == true && error?.code == "key-file-refused")
        let open = try folder.write("ring", String(decoding: pair.open, as: UTF8.self), mode: 0o644)
        #expect(try VerificationKey(path: open).algorithm == .ecdsaP256)
        let none = #expect(throws: CryptoError.self) { _ = try VerificationKey(path: "\(folder.path)/none") }
        #expect(none?.description == "cannot read \(folder.path)/none: No such file or directory")
        let long = try folder.write("ring", String(repeating: "\n", count: 16_385), mode: 0o644)
        #expect(throws: CryptoError.keyFileRefused(reason: "\(long): more than 16384 bytes")) {
            _ = try VerificationKey(path: long)
        }
    }

    @Test func nothingSecretIsPrinted() throws {
        let key = try SigningKey(pem: pair.secret)
        var dumped = ""
        dump(key, to: &dumped)
        #expect(dumped == "- (ecdsa-p256 key \(Hex.text(key.identifier)))\n")
    }
}
