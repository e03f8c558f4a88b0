import TamgaCrypto

/// The last line of a file, behind the end that PDF readers see: the signature over every byte before it.
struct FileTrailer {
    let algorithm: SignatureAlgorithm
    let keyIdentifier: [UInt8]
    let signature: [UInt8]

    static let mark = "%TAMGA-SIGNATURE "
    /// What the signed bytes end with.
    static let bodyEnd = Array("\n%%EOF\n".utf8)

    /// With the line feed that ends it.
    var line: [UInt8] {
        Array("\(Self.mark)\(algorithm.rawValue) \(Hex.text(keyIdentifier)) \(Hex.text(signature))\n".utf8)
    }

    /// The signed bytes of a file, and its last line.
    ///
    /// - Throws: `notACertificate` for a file that does not end with exactly one such line.
    static func split(_ file: [UInt8]) throws(CertificateError) -> (body: [UInt8], trailer: FileTrailer) {
        guard file.count <= CertificateLimits.fileBytes else {
            throw .notACertificate(reason: "the file is longer than \(CertificateLimits.fileBytes) bytes")
        }
        let tail = file.suffix(CertificateLimits.trailerBytes + bodyEnd.count)
        let before = tail.dropLast().lastIndex(of: UInt8(ascii: "\n"))
        guard let before, file.last == UInt8(ascii: "\n"), file[...before].suffix(bodyEnd.count).elementsEqual(bodyEnd)
        else { throw .notACertificate(reason: "the file does not end with its signature") }
        let line = Array(file[(before + 1)...])
        let parts = String(decoding: line.dropLast(), as: UTF8.self).split(
            separator: " ", omittingEmptySubsequences: false)
        guard parts.count == 4, parts[0] + " " == mark, let algorithm = SignatureAlgorithm(rawValue: String(parts[1])),
            let identifier = Hex.bytes(String(parts[2]), count: CryptoLimits.keyIdentifierBytes),
            let signature = Hex.bytes(String(parts[3]), count: parts[3].utf8.count / 2)
        else { throw .notACertificate(reason: "the line of the signature is malformed") }
        let trailer = FileTrailer(algorithm: algorithm, keyIdentifier: identifier, signature: signature)
        // Upper-case digits, for instance, would be read all the same.
        guard trailer.line == line else {
            throw .notACertificate(reason: "the line of the signature is not in canonical form")
        }
        return (Array(file[...before]), trailer)
    }
}
