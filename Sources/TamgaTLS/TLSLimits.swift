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
    /// What a peer sends until its handshake is complete, in bytes, of which its certificates are the most.
    public static let handshakeBytes = 1 << 18
    /// A peer's certificate and those it sends with it, in bytes.
    public static let chainBytes = 1 << 16
    /// Tickets that a full handshake gives a client, in number. A resumed one gives none: it lives on the first one's.
    public static let tickets = 2
    /// How long a ticket spares its client a full handshake, from the full handshake on.
    public static let ticketLifetime = TimeAmount.hours(1)
    /// Files of revocation lists, in number; lists in all of them, in number.
    public static let revocationFiles = 0...64
    /// See ``revocationFiles``.
    public static let revocationLists = 1...256
    /// One file of revocation lists, in bytes: some million revoked certificates.
    public static let revocationFileBytes = 1 << 26
    /// The longest server name, in bytes (RFC 1035, 2.3.4).
    public static let serverNameBytes = 253
    /// Subject alternative names of a certificate, of whatever kind, in number.
    public static let subjectNames = 0...128
    /// One URI among them, in bytes.
    public static let subjectURIBytes = 1...1_024
    /// How long a closing connection waits for its peer.
    public static let closeWait = TimeAmount.seconds(2)
}
