import Foundation
import TamgaClient
import TamgaTLS
import TamgaTestSupport

/// The certificates of ``CertificateFolder``, as these tests use them.
struct TestCertificates: Sendable {
    static let shared = Result { try TestCertificates() }

    let directory: String

    private init() throws { directory = try CertificateFolder.shared.get() }

    func files(_ name: String, authority: String = "ca") -> TLSFiles {
        TLSFiles(
            certificate: "\(directory)/\(name).pem", privateKey: "\(directory)/\(name).key",
            authority: "\(directory)/\(authority).pem")
    }

    /// A station's configuration.
    static func configuration(
        _ port: Int, _ name: String = "station", authority: String = "ca"
    ) throws -> ClientConfiguration {
        let files = try shared.get().files(name, authority: authority)
        return ClientConfiguration(
            host: "127.0.0.1", port: port, certificate: files.certificate, privateKey: files.privateKey,
            authority: files.authority, clientName: "test/1")
    }
}

struct TestFailure: Error {
    let what: String
}
