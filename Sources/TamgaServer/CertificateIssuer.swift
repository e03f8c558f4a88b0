public import TamgaCertificates
public import TamgaCrypto
import TamgaIdentification
import TamgaRegistry
import TamgaTemplates
import TamgaWire

/// Makes certificates of registration, each written down in the person's history before it leaves.
public struct CertificateIssuer: Sendable {
    private let key: SigningKey
    private let fonts: CertificateFonts

    /// An issuer with the key that signs.
    public init(key: SigningKey, fonts: CertificateFonts) {
        (self.key, self.fonts) = (key, fonts)
    }

    func issue(
        _ request: IssueCertificate, by author: Author, _ service: IdentificationService
    ) async throws(IdentificationError) -> Certified {
        let basis = try await service.certificateBasis(of: request.person)
        let content = try content(basis, request.person, on: service.today())
        let file: [UInt8]
        do { file = try Certificate.issue(content, key: key, fonts: fonts) } catch {
            throw IdentificationError(error)
        }
        let serial = String(content.serial)
        let certificate = IssuedCertificate(
            serial: serial, issuedOn: content.issuedOn, key: Hex.text(key.identifier))
        let note = try await service.record(
            RegistryRequest(author: author, person: request.person, .certificate(certificate)))
        return Certified(serial: serial, file: file, microseconds: note.microseconds)
    }

    private func content(
        _ basis: CertificateBasis, _ person: String, on today: CalendarDate
    ) throws(IdentificationError) -> CertificateContent {
        do {
            let serial = try randomBytes(8).reduce(0) { $0 << 8 | UInt64($1) } >> 1
            return try CertificateContent(
                serial: max(serial, CertificateLimits.serials.lowerBound), person: PersonID(person),
                agency: basis.agency, place: CertificateContent.printable(basis.place), ground: basis.ground,
                registeredOn: basis.registeredOn, issuedOn: today, taken: basis.taken,
                notTaken: Dictionary(uniqueKeysWithValues: basis.notTaken.map { ($0.position.position, $0.reason) }))
        } catch let error as CertificateError {
            throw IdentificationError(error)
        } catch { throw IdentificationError(.storageFailed, "no serial number for a certificate: \(error)") }
    }
}

extension IdentificationError {
    fileprivate init(_ error: CertificateError) {
        self.init(.incomplete, field: "certificate", "\(error)")
    }
}
