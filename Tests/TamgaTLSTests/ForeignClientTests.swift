import Foundation
import TamgaTLS
import TamgaTestSupport
import Testing

/// The command line client of OpenSSL, which was not made for this server.
@Suite(.timeLimit(.minutes(3))) struct ForeignClientTests {
    private let certificates: TestCertificates

    init() throws { certificates = try TestCertificates.shared.get() }

    /// Runs `openssl s_client`, fed by a shell script with words and pauses; all it prints.
    ///
    /// - Parameter station: whose certificate it shows; nil for none.
    private func client(
        _ port: Int, _ options: [String], station: String? = "station", input: String = "sleep 0.5",
        alpn: String = "tamga/1"
    ) throws -> String {
        let identity = station.map { ["-cert", certificates.path("\($0).pem"), "-key", certificates.path("\($0).key")] }
        let arguments =
            ["-connect", "127.0.0.1:\(port)", "-CAfile", certificates.path("ca.pem"), "-alpn", alpn] + (identity ?? [])
            + options
        let script = "{ \(input); } | timeout 20 openssl s_client \"$@\" 2>&1; true"
        return String(decoding: try Tool.run(["bash", "-c", script, "bash"] + arguments), as: UTF8.self)
    }

    @Test func anIntendedClientIsServed() async throws {
        try await EchoListener.run { port in
            let text = try client(port, ["-tls1_3"], input: "echo over the wire; sleep 0.5")
            #expect(text.contains("New, TLSv1.3") && text.contains("ALPN protocol: tamga/1"))
            #expect(text.contains("Verify return code: 0 (ok)") && text.contains("\nover the wire"))
            #expect(text.contains("Compression: NONE"))
        }
    }

    @Test func othersAreRefusedForTheirReasons() async throws {
        let expired = "expired-\(UUID().uuidString)"
        let list = "foreign-\(UUID().uuidString)"
        try CertificateFolder.makeStation(expired, from: -86_400 * 3, until: -86_400)
        try CertificateFolder.makeList(list, revoked: ["border"])
        let context = try TestContext.server(lists: [list])
        let keeper = RefusalKeeper()
        try await EchoListener.run({ context }, watching: keeper) { port in
            let words = "echo hello; sleep 0.5"
            for (options, station, alpn, alert) in [
                (["-tls1_2"], "station", "tamga/1", "alert protocol version"),
                (["-tls1_3"], nil, "tamga/1", "alert certificate required"),
                (["-tls1_3"], "station", "h2", "alert no application protocol"),
                (["-tls1_3"], "border", "tamga/1", "alert certificate revoked"),
                (["-tls1_3"], expired, "tamga/1", "alert certificate expired"),
                (["-tls1_3"], "other-station", "tamga/1", "alert unknown ca"),
                (["-tls1_3", "-sigalgs", "ECDSA+SHA1"], "station", "tamga/1", "alert handshake failure"),
            ] as [([String], String?, String, String)] {
                let text = try client(port, options, station: station, input: words, alpn: alpn)
                #expect(text.contains(alert), "\(options) \(station ?? "none") \(alpn): \(text.suffix(600))")
                #expect(!text.contains("\nhello"))
            }
        }
        #expect(
            keeper.reasons == [
                .wrongVersion, .noCertificate, .noProtocolName, .revoked, .expired, .unknownAuthority,
                .nothingInCommon,
            ])
    }

    @Test func aTicketIsTakenAgainAndAgainForAnHour() async throws {
        let session = certificates.path("session-\(UUID().uuidString)")
        try await EchoListener.run { port in
            let first = try client(port, ["-tls1_3", "-sess_out", session])
            #expect(first.contains("New, TLSv1.3"))
            let facts = String(
                decoding: try Tool.run(["openssl", "sess_id", "-in", session, "-noout", "-text"]), as: UTF8.self)
            #expect(facts.contains("ticket lifetime hint: 3600") && facts.contains("Max Early Data: 0"))
            for _ in 0..<3 {
                let again = try client(port, ["-tls1_3", "-sess_in", session], input: "echo again; sleep 0.5")
                #expect(again.contains("Reused, TLSv1.3") && again.contains("\nagain"), "\(again.suffix(600))")
            }
        }
    }

    @Test func aTicketIsVoidAfterAReload() async throws {
        let session = certificates.path("session-\(UUID().uuidString)")
        let tls = try ReloadableTLS(files: certificates.files("server"))
        try await EchoListener.run({ tls.current }) { port in
            _ = try client(port, ["-tls1_3", "-sess_out", session])
            #expect(try client(port, ["-tls1_3", "-sess_in", session]).contains("Reused, TLSv1.3"))
            _ = try tls.reload()
            #expect(try client(port, ["-tls1_3", "-sess_in", session]).contains("New, TLSv1.3"))
        }
    }

    /// Data that could be sent twice by anybody: no ticket allows it, and who sends it all the same is cut off.
    @Test func earlyDataIsNotTaken() async throws {
        let session = certificates.path("session-\(UUID().uuidString)")
        let early = try TemporaryFile(Array("early words\n".utf8))
        try await EchoListener.run { port in
            _ = try client(port, ["-tls1_3", "-sess_out", session])
            let text = try client(port, ["-tls1_3", "-sess_in", session, "-early_data", early.path])
            #expect(text.contains("Early data was not sent") && !text.contains("\nearly words"))
            // The ticket's own number for it, 0, replaced in the file by 1000.
            try Self.allowEarlyData(session)
            let forced = try client(port, ["-tls1_3", "-sess_in", session, "-early_data", early.path])
            #expect(!forced.contains("Early data was accepted") && !forced.contains("\nearly words"))
        }
    }

    /// A key update in both directions, and a wish to negotiate anew, which TLS 1.3 has no words for: the client of
    /// OpenSSL makes them of lines K and R.
    @Test func keyUpdatesAndRenegotiationDisturbNothing() async throws {
        try await EchoListener.run { port in
            let pause = "sleep 0.6"
            let text = try client(
                port, ["-tls1_3"],
                input: "\(pause); echo K; \(pause); echo one; \(pause); echo R; \(pause); echo two; \(pause)")
            #expect(text.contains("KEYUPDATE") && text.contains("RENEGOTIATING"))
            #expect(text.contains("\none") && text.contains("\ntwo"), "\(text.suffix(600))")
        }
    }

    /// Rewrites the session's `max_early_data` (tag 15 of its ASN.1), which is 0 and so left out, as 1000.
    private static func allowEarlyData(_ path: String) throws {
        let script = """
            import base64, sys
            lines = open(sys.argv[1]).read().splitlines()
            body = base64.b64decode("".join(line for line in lines if "-" not in line))
            def head(at):
                size, at = body[at + 1], at + 2
                if size < 128: return size, at
                count = size & 127
                return int.from_bytes(body[at:at + count], "big"), at + count
            size, at = head(0)
            parts, end = [], at + size
            while at < end:
                length, inner = head(at)
                parts.append((body[at], body[at:inner + length]))
                at = inner + length
            new = [p for p in parts if p[0] != 0xAF]
            place = next((i for i, p in enumerate(new) if p[0] > 0xAF), len(new))
            new.insert(place, (0xAF, bytes([0xAF, 4, 2, 2, 3, 232])))
            whole = b"".join(p[1] for p in new)
            whole = b"\\x30\\x82" + len(whole).to_bytes(2, "big") + whole
            text = base64.b64encode(whole).decode()
            rows = [text[i:i + 64] for i in range(0, len(text), 64)]
            rows = ["-----BEGIN SSL SESSION PARAMETERS-----"] + rows + ["-----END SSL SESSION PARAMETERS-----", ""]
            open(sys.argv[1], "w").write("\\n".join(rows))
            """
        _ = try Tool.run(["python3", "-c", script, path])
    }
}
