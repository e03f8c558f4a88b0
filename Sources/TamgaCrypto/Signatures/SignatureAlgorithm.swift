/// The kinds of signatures, as the key decides.
public enum SignatureAlgorithm: String, Hashable, Sendable, CaseIterable {
    /// Ed25519 (RFC 8032): 64 bytes, the same at every signing.
    case ed25519
    /// ECDSA on P-256 with SHA-256 (FIPS 186-5): DER, up to 72 bytes.
    case ecdsaP256 = "ecdsa-p256"
    /// ECDSA on P-384 with SHA-384 (FIPS 186-5): DER, up to 104 bytes.
    case ecdsaP384 = "ecdsa-p384"

    /// OpenSSL's name of the digest; nil where the algorithm has its own.
    var digest: String? {
        switch self {
        case .ed25519: nil
        case .ecdsaP256: "SHA256"
        case .ecdsaP384: "SHA384"
        }
    }

    static let names = allCases.map(\.rawValue).joined(separator: ", ")
}
