import Foundation
import TamgaTLS
import Testing

@Suite struct TLSContextTests {
    private let certificates: TestCertificates

    init() throws {
        certificates = try TestCertificates.shared.get()
    }

    private func refusal(_ role: TLSRole = .server, change: (inout TLSFiles) -> Void) -> TLSError? {
        var files = certificates.files("server")
        change(&files)
        do throws(TLSError) {
            _ = try TLSContext(role: role, files: files)
            return nil
        } catch {
            return error
        }
    }

    @Test func goodFilesAreTaken() {
        #expect(refusal { _ in } == nil)
        #expect(refusal(.client) { $0 = certificates.files("station") } == nil)
    }

    @Test func missingFileIsNamed() {
        let path = certificates.path("no-such-file")
        #expect(refusal { $0.certificate = path } == .fileUnreadable(path: path))
        #expect(refusal { $0.privateKey = path } == .fileUnreadable(path: path))
        #expect(refusal { $0.authority = path } == .fileUnreadable(path: path))
        #expect(refusal(.client) { $0.authority = path } == .fileUnreadable(path: path))
    }

    @Test func keyOfAnotherCertificateIsAMismatch() {
        #expect(refusal { $0.privateKey = certificates.path("station.key") } == .keyMismatch)
    }

    @Test func keyOfAnotherKindIsAMismatch() throws {
        let path = certificates.path("rsa-\(UUID().uuidString).key")
        let arguments = ["genpkey", "-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:2048", "-out", path]
        let status = try TestCertificates.run("/usr/bin/openssl", arguments)
        #expect(status == 0)
        #expect(refusal { $0.privateKey = path } == .keyMismatch)
    }

    @Test(arguments: ["", "not a certificate", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"])
    func fileWithoutWhatItShouldHoldIsMalformed(text: String) throws {
        let path = certificates.path("malformed-\(UUID().uuidString)")
        try text.write(toFile: path, atomically: true, encoding: .utf8)
        for change: (inout TLSFiles) -> Void in [
            { $0.certificate = path }, { $0.privateKey = path }, { $0.authority = path },
        ] {
            guard case .fileMalformed(let named, let reason) = refusal(change: change), named == path else {
                Issue.record("\(text.prefix(20)) was taken or gave another error")
                continue
            }
            #expect(!reason.isEmpty)
        }
    }

    /// OpenSSL would ask on the terminal.
    @Test func keyWithAPasswordIsRefusedWithoutAsking() throws {
        let path = certificates.path("locked-\(UUID().uuidString).key")
        let arguments = ["ec", "-in", certificates.path("server.key"), "-aes256", "-passout", "pass:x", "-out", path]
        let status = try TestCertificates.run("/usr/bin/openssl", arguments)
        #expect(status == 0)
        guard case .fileMalformed(let named, _) = refusal(change: { $0.privateKey = path }), named == path else {
            Issue.record("a locked key was taken, or gave another error")
            return
        }
    }

    @Test func descriptionsNameTheFileAndNothingElse() {
        #expect("\(TLSError.fileUnreadable(path: "/a"))" == "cannot read /a")
        #expect("\(TLSError.truncated)" == "the peer dropped the connection without closing it")
    }
}
