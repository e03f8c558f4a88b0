public import NIOCore

/// The limits of the TLS layer, each with its unit.
public enum TLSLimits {
    /// Plaintext held back until the handshake is complete, in bytes; one write over it ends the connection.
    public static let writesBeforeHandshakeBytes = 1 << 20
    /// Ciphertext given to OpenSSL at a time, in bytes: bounds the memory BIO that is read from.
    public static let inputChunkBytes = 1 << 16
    /// Plaintext encrypted at a time, in bytes: bounds the memory BIO that is written to.
    public static let writeBatchBytes = 1 << 16
    /// Plaintext delivered in one read, in bytes.
    public static let readBatchBytes = 1 << 16
    /// The longest plaintext of one record, in bytes (RFC 8446, 5.1).
    public static let recordBytes = 1 << 14
    /// What TLS itself answers to what it reads (key updates) in the life of a connection, in bytes: some 600 answers.
    public static let answerBytes = 1 << 14
    /// Certificates between a peer's own and the authority, in number.
    public static let chainDepth = 4
    /// The longest server name, in bytes (RFC 1035, 2.3.4).
    public static let serverNameBytes = 253
    /// Subject alternative names of a certificate, of whatever kind, in number.
    public static let subjectNames = 0...128
    /// One URI among them, in bytes.
    public static let subjectURIBytes = 1...1_024
    /// How long a closing connection waits for its peer.
    public static let closeWait = TimeAmount.seconds(2)
}
