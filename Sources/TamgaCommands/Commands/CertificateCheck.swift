internal import TamgaCertificates
internal import TamgaCrypto
package import TamgaRegistry

/// Holds a certificate against a public key, without a network.
package struct CertificateCheck: Sendable {
    private enum Source {
        case file([UInt8])
        case text(String)
    }

    private let source: Source
    private let key: VerificationKey
    private let language: Language

    /// - Parameters:
    ///   - file: the path of a PDF file; nil where the text of a QR code is given.
    ///   - publicKey: the path of a public key in PEM, or of a certificate.
    /// - Throws: ``CommandError`` of status `usage` for options that do not go together and files that cannot be read.
    package init(file: String?, text: String?, publicKey: String, language: Language) throws(CommandError) {
        self.language = language
        switch (file, text) {
        // One byte more than there may be, so that too much is seen.
        case (let file?, nil): source = .file(try RecordFile.contents(file, limit: CertificateLimits.fileBytes))
        case (nil, let text?): source = .text(text)
        default: throw .usage("give a file or --qr TEXT, one of the two")
        }
        do throws(CryptoError) { key = try VerificationKey(path: publicKey) } catch {
            throw .usage("\(error)", field: "--public-key")
        }
    }

    /// Prints whether it is authentic, and what it says.
    ///
    /// - Returns: `done` or `notAuthentic`.
    /// - Throws: ``CommandError`` of status `usage` where the system's cryptography refuses: nothing is known then.
    package func run(_ console: Console) throws(CommandError) -> CommandStatus {
        do throws(CertificateError) {
            let content = try content()
            console.answer(content.json(key: key), content.text(language, key: key))
            return .done
        } catch {
            if case .cryptoFailed = error { throw .usage("\(error)", field: "--public-key") }
            console.answer(error.json, CertificateWords.refused[language] + "\n\(error.code): \(error)")
            return .notAuthentic
        }
    }

    private func content() throws(CertificateError) -> CertificateContent {
        switch source {
        case .file(let bytes): try Certificate.verify(bytes, key: key)
        case .text(let text): try Certificate.verify(qrText: text, key: key)
        }
    }
}
