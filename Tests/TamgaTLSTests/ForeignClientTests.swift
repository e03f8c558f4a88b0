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
        _ port: Int, _ options: [String], station: String? = "station", input: String = "sleep 3",
        alpn: String = "tamga/1"
    ) async throws -> String {
        let identity = station.map { ["-cert", certificates.path("\($0).pem"), "-key", certificates.path("\($0).key")] }
        let arguments =
            ["-connect", "127.0.0.1:\(port)", "-CAfile", certificates.path("ca.pem"), "-alpn", alpn] + (identity ?? [])
            + options
        let script = "{ \(input); } | timeout 20 openssl s_client \"$@\" 2>&1; true"
        return String(
            decoding: try await Tool.runAside(["bash", "-c", script, "bash"] + arguments), as: UTF8.self)
    }

    @Test func anIntendedClientIsServed() async throws {
        try await EchoListener.run { port in
            let text = try await client(port, ["-tls1_3"], input: "echo over the wire; sleep 3")
            #expect(text.contains("New, TLSv1.3") && text.contains("ALPN protocol: tamga/1"))
            #expect(text.contains("Verify return code: 0 (ok)") && text.contains("over the wire"))
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
            let words = "echo spoken in vain; sleep 3"
            for (options, station, alpn, alert) in [
                (["-tls1_2"], "station", "tamga/1", "alert protocol version"),
                (["-tls1_3"], nil, "tamga/1", "alert certificate required"),
                (["-tls1_3"], "station", "h2", "alert no application protocol"),
                (["-tls1_3"], "border", "tamga/1", "alert certificate revoked"),
                (["-tls1_3"], expired, "tamga/1", "alert certificate expired"),
                (["-tls1_3"], "other-station", "tamga/1", "alert unknown ca"),
                (
                    ["-tls1_3", "-ciphersuites", "TLS_AES_128_CCM_SHA256"], "station", "tamga/1",
                    "alert handshake failure"
                ),
            ] as [([String], String?, String, String)] {
                let text = try await client(port, options, station: station, input: words, alpn: alpn)
                #expect(text.contains(alert), "\(options) \(station ?? "none") \(alpn): \(text.suffix(600))")
                #expect(!text.contains("spoken in vain"))
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
            let first = try await client(port, ["-tls1_3", "-sess_out", session])
            #expect(first.contains("New, TLSv1.3"))
            let printed = try await Tool.runAside(["openssl", "sess_id", "-in", session, "-noout", "-text"])
            let facts = String(decoding: printed, as: UTF8.self)
            #expect(facts.contains("ticket lifetime hint: 3600") && facts.contains("Max Early Data: 0"))
            for _ in 0..<3 {
                let again = try await client(port, ["-tls1_3", "-sess_in", session], input: "echo once more; sleep 3")
                #expect(again.contains("Reused, TLSv1.3") && again.contains("once more"), "\(again.suffix(600))")
            }
        }
    }

    @Test func aTicketIsVoidAfterAReload() async throws {
        let session = certificates.path("session-\(UUID().uuidString)")
        let tls = try ReloadableTLS(files: certificates.files("server"))
        try await EchoListener.run({ tls.current }) { port in
            _ = try await client(port, ["-tls1_3", "-sess_out", session])
            #expect(try await client(port, ["-tls1_3", "-sess_in", session]).contains("Reused, TLSv1.3"))
            _ = try tls.reload()
            #expect(try await client(port, ["-tls1_3", "-sess_in", session]).contains("New, TLSv1.3"))
        }
    }

    /// Data that could be sent twice by anybody: no ticket allows it, and who sends it all the same is cut off.
    @Test func earlyDataIsNotTaken() async throws {
        let session = certificates.path("session-\(UUID().uuidString)")
        let early = try TemporaryFile(Array("early words\n".utf8))
        try await EchoListener.run { port in
            _ = try await client(port, ["-tls1_3", "-sess_out", session])
            let text = try await client(port, ["-tls1_3", "-sess_in", session, "-early_data", early.path])
            #expect(text.contains("Early data was not sent") && !text.contains("early words"))
            // The ticket's own number for it, 0, replaced in the file by 1000.
            try Self.allowEarlyData(session)
            let forced = try await client(port, ["-tls1_3", "-sess_in", session, "-early_data", early.path])
            #expect(!forced.contains("Early data was accepted") && !forced.contains("early words"))
        }
    }

    /// A key update in both directions, and a wish to negotiate anew: OpenSSL's client makes them of lines K and R. TLS
    /// 1.3 has no words for the second, so that nothing of it is sent, and that client ends; 1.2 is refused before.
    @Test func keyUpdatesAndRenegotiationDisturbNothing() async throws {
        try await EchoListener.run { port in
            let pause = "sleep 2"
            let text = try await client(
                port, ["-tls1_3"],
                input: "\(pause); echo K; \(pause); echo first word; \(pause); echo second word; "
                    + "\(pause); echo R; \(pause)")
            #expect(text.contains("KEYUPDATE") && text.contains("RENEGOTIATING"))
            #expect(text.contains("first word") && text.contains("second word"), "\(text.suffix(600))")
            let next = try await client(port, ["-tls1_3"], input: "echo next; \(pause)")
            #expect(next.contains("Verify return code: 0 (ok)"))
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
