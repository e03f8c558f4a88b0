/// The lengths and limits of the cryptography, each with its unit.
public enum CryptoLimits {
    /// A key, in bytes (AES-256, FIPS 197).
    public static let keyBytes = 32
    /// A nonce, in bytes (the length that NIST SP 800-38D, 5.2.1.1 recommends).
    public static let nonceBytes = 12
    /// An authentication tag, in bytes (all that AES-GCM makes).
    public static let tagBytes = 16
    /// A digest of SHA-256, in bytes (FIPS 180-4).
    public static let digestBytes = 32
    /// A plaintext, its associated data and a request for random bytes, in bytes each: below what a C `int` counts.
    public static let messageBytes = 1 << 30

    /// The identifier of a key of signatures, in bytes: the first of the SHA-256 of its SubjectPublicKeyInfo.
    public static let keyIdentifierBytes = 8
    /// A signature, in bytes: ECDSA's shortest to that of P-384 (DER); Ed25519's has 64.
    public static let signatureBytes = 8...104

    /// The text of a key ring, or of a key in PEM, in bytes.
    public static let ringBytes = 16_384
    /// Keys of a ring, in number.
    public static let ringKeys = 64
    /// The identifier of a master key, in characters.
    public static let keyIDLength = 1...32
    /// How long the command that prints a key ring may take.
    public static let commandTime = Duration.seconds(30)
}
