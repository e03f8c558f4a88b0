import TamgaTLS
import TamgaTestSupport
import Testing

/// The URIs of real certificates, made by the openssl command, as a server sees them after the handshake.
@Suite struct PeerURITests {
    private static let ours = "urn:tamga:station:interior:border:A-1"

    @Test func developmentCertificatesSayWhoTheStationIs() throws {
        for (name, text) in [
            ("station", "interior:administrator:station-1"), ("enrolment", "interior:enrolment:enrolment-1"),
            ("border", "interior:border:border-1"), ("supervisor", "interior:supervisor:supervisor-1"),
            ("auditor", "interior:auditor:auditor-1"), ("mission", "foreign-affairs:enrolment:mission-1"),
            ("transport", "transport:enrolment:transport-1"),
        ] {
            #expect(try peer(name).uris == ["urn:tamga:station:\(text)"], "\(name)")
        }
        #expect(try peer("no-role").uris.isEmpty)
    }

    @Test func theirOrderIsKeptAndOtherNamesAreNotAmongThem() throws {
        let other = "https://example.org/a?b=c"
        let names = "DNS:a.example, URI:\(Self.ours), email:a@example.org, URI:\(other), IP:127.0.0.1, URI:urn:x"
        #expect(try peer(made("many", names)).uris == [Self.ours, other, "urn:x"])
        #expect(try peer(made("no-uri", "DNS:a.example, IP:127.0.0.1")).uris.isEmpty)
        #expect(try peer(made("no-names", nil)).uris.isEmpty)
    }

    @Test func aURIOfAnyBytesGetsThroughAsItIs() throws {
        let bytes = Array(UInt8(0x21)...0x7E)
        #expect(try peer(made("printable", CertificateFolder.names(uri: bytes))).uris.map { Array($0.utf8) } == [bytes])
    }

    /// Whoever signs `...:auditor:A`, NUL, and more, must not have signed for an auditor.
    @Test(arguments: [0, 0x0A, 0x20, 0x7F, 0x80, 0xC3, 0xFF] as [UInt8]) func aByteThatNoURIHasIsRefused(
        byte: UInt8
    ) throws {
        for place in [0, 20, Self.ours.utf8.count] {
            var bytes = Array(Self.ours.utf8)
            bytes.insert(byte, at: place)
            let name = try made("byte-\(byte)-\(place)", CertificateFolder.names(uri: bytes))
            #expect(try refusal(name) == "it names a URI with a byte that no URI has")
        }
    }

    @Test func lengthAndNumberAreBounded() throws {
        let longest = TLSLimits.subjectURIBytes.upperBound
        let long = [UInt8](repeating: 0x61, count: longest)
        #expect(try peer(made("longest", CertificateFolder.names(uri: long))).uris.first?.utf8.count == longest)
        let longer = try made("longer", CertificateFolder.names(uri: long + [0x61]))
        #expect(try refusal(longer) == "it names a URI of 1025 bytes, allowed: 1 to 1024")
        let empty = try made("empty", CertificateFolder.names(uri: []))
        #expect(try refusal(empty) == "it names a URI of 0 bytes, allowed: 1 to 1024")

        let most = TLSLimits.subjectNames.upperBound
        let names = (1...most).map { "URI:urn:x:\($0)" }
        #expect(try peer(made("most", names.joined(separator: ","))).uris.count == most)
        let more = try made("more", (names + ["DNS:a.example"]).joined(separator: ","))
        #expect(try refusal(more) == "it has 129 subject alternative names, allowed: 128")
    }

    /// Not a list of names; a list cut short; a name cut short. OpenSSL lets nobody show such a certificate.
    @Test(arguments: ["0400", "300A8603", "30058606612F62"]) func namesThatCannotBeReadMakeNoCertificate(
        names: String
    ) throws {
        let name = try made("broken-\(names)", "DER:\(names)")
        let path = try TestCertificates.shared.get().path("\(name).pem")
        #expect(throws: TLSError.fileMalformed(path: path, reason: "invalid certificate")) {
            try TestContext.client(name)
        }
    }

    private func made(_ name: String, _ names: String?) throws -> String {
        try CertificateFolder.makeStation("uri-\(name)", names: names)
        return "uri-\(name)"
    }

    private func pair(_ name: String) throws -> TLSPair {
        let pair = try TLSPair(client: TestContext.client(name), server: TestContext.server())
        try pair.shuttle()
        return pair
    }

    private func peer(_ name: String) throws -> PeerCertificate {
        let pair = try pair(name)
        #expect(pair.server.recorder.tlsErrors.isEmpty)
        return try #require(pair.server.recorder.peers.first)
    }

    /// Why the server refuses the station; nothing may have been told of it above TLS.
    private func refusal(_ name: String) throws -> String? {
        let pair = try pair(name)
        #expect(pair.server.recorder.peers.isEmpty)
        pair.client.write("not for your ears")
        try pair.shuttle()
        #expect(pair.server.recorder.readCount == 0)
        guard case .untrustedPeer(let reason) = pair.server.recorder.tlsErrors.first else { return nil }
        return reason
    }
}
