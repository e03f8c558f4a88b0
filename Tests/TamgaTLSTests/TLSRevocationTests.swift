import Foundation
import NIOCore
import NIOEmbedded
import TamgaTLS
import TamgaTestSupport
import Testing

/// Revocation lists: who is on one is out, and where a list is missing or has run out, everybody is.
@Suite struct TLSRevocationTests {
    private let certificates: TestCertificates

    init() throws { certificates = try TestCertificates.shared.get() }

    private func refusal(lists: [String], authority: String = "ca") -> TLSError? {
        do throws(TLSError) {
            _ = try TLSContext(
                role: .server, files: certificates.files("server", authority: authority, lists: lists))
            return nil
        } catch {
            return error
        }
    }

    private func shake(_ client: String, _ server: TLSContext) throws -> TLSPair {
        let pair = try TLSPair(client: TestContext.client(client), server: server)
        pair.client.write("hello")
        try pair.shuttle()
        return pair
    }

    @Test func whoIsListedIsOutAndNobodyElse() throws {
        try CertificateFolder.makeList("two-revoked", revoked: ["border", "auditor"])
        let server = try TestContext.server(lists: ["two-revoked"])
        for name in ["border", "auditor"] {
            let pair = try shake(name, server)
            #expect(pair.server.recorder.tlsErrors == [.untrustedPeer(reason: "certificate revoked")])
            let refusal = try #require(pair.server.recorder.refusals.first)
            #expect(refusal.reason == .revoked)
            #expect(refusal.certificate == (try TestContext.client(name).certificate))
            #expect(pair.server.recorder.bytes.readableBytes == 0)
            guard case .handshakeFailed(let reason) = pair.client.recorder.tlsErrors.first else {
                Issue.record("\(pair.client.recorder.errors)")
                continue
            }
            #expect(reason.contains("certificate revoked"))
        }
        #expect(try shake("station", server).server.recorder.text == "hello")
    }

    @Test func listsAreCounted() throws {
        try CertificateFolder.makeList("count-one", revoked: ["border"], until: 3_600)
        try CertificateFolder.makeList("count-two", revoked: ["auditor", "mission"], until: 7_200)
        let state = try #require(try TestContext.server(lists: ["count-one", "count-two"]).revocation)
        #expect(state.lists == 2 && state.revoked == 3)
        let left = Double(state.validUntil) - Date().timeIntervalSince1970
        #expect((3_000...3_601).contains(left))
        let none = try TestContext.server().revocation
        #expect(none == nil)
    }

    /// OpenSSL takes the one made last.
    @Test func theNewestListOfAnAuthorityCounts() throws {
        try CertificateFolder.makeList("newest-old", revoked: ["station"], from: -7_200)
        try CertificateFolder.makeList("newest-new", revoked: ["border"], from: -60)
        for lists in [["newest-old", "newest-new"], ["newest-new", "newest-old"]] {
            let server = try TestContext.server(lists: lists)
            #expect(try shake("station", server).server.recorder.text == "hello")
            #expect(try shake("border", server).server.recorder.refusals.first?.reason == .revoked)
        }
    }

    /// Authorities of one file, and lists of one file.
    @Test func everyAuthorityNeedsAList() throws {
        try join(["ca.pem", "other-ca.pem"], "both-authorities.pem")
        try CertificateFolder.makeList("of-ca")
        try CertificateFolder.makeList("of-other", revoked: ["other-station"], authority: "other-ca")
        try join(["of-ca.crl", "of-other.crl"], "of-both.crl")
        #expect(
            refusal(lists: ["of-ca"], authority: "both-authorities")
                == .listMissing(authority: "CN=Unrelated authority,O=Tamga development"))
        let server = try TestContext.server(authority: "both-authorities", lists: ["of-both"])
        #expect(server.revocation?.lists == 2)
        #expect(try shake("station", server).server.recorder.text == "hello")
        #expect(try shake("other-station", server).server.recorder.refusals.first?.reason == .revoked)
        let open = try TestContext.server(authority: "both-authorities")
        #expect(try shake("other-station", open).server.recorder.text == "hello")
    }

    @Test func aListThatHasRunOutLetsNobodyIn() throws {
        try CertificateFolder.makeList("runs-out")
        let server = try TestContext.server(lists: ["runs-out"])
        server.judge(asOf: try #require(server.revocation?.validUntil) + 1)
        let pair = try shake("station", server)
        #expect(pair.server.recorder.tlsErrors == [.untrustedPeer(reason: "CRL has expired")])
        #expect(pair.server.recorder.refusals.first?.reason == .listUnusable)
    }

    @Test func listsThatDoNotDoAreNotTaken() throws {
        try CertificateFolder.makeList("outdated", from: -7_200, until: -3_600)
        try CertificateFolder.makeList("of-the-future", from: 3_600, until: 7_200)
        try CertificateFolder.makeList("a-strangers", authority: "other-ca")
        for (name, words) in [
            ("outdated", "it has run out"), ("of-the-future", "it is of the future"),
            ("a-strangers", "none of the trusted authorities has signed it"),
        ] {
            guard case .listUnusable(let path, let reason) = refusal(lists: [name]) else {
                Issue.record("\(name) was taken")
                continue
            }
            #expect(path == certificates.path("\(name).crl") && reason.hasPrefix(words), "\(reason)")
        }
    }

    /// A list under the authority's name that somebody else signed.
    @Test func aForgedListIsNotTaken() throws {
        let folder = certificates.path("forger")
        try CertificateFolder.makeForger(folder)
        try CertificateFolder.makeList("forged", in: folder)
        try FileManager.default.copyItem(atPath: "\(folder)/forged.crl", toPath: certificates.path("forged.crl"))
        guard case .listUnusable(_, let reason) = refusal(lists: ["forged"]) else {
            Issue.record("a forged list was taken")
            return
        }
        #expect(reason.hasPrefix("none of the trusted authorities has signed it"))
        #expect(reason.hasSuffix("CN=Tamga development authority,O=Tamga development"))
    }

    @Test func filesThatHoldNoListAreNamed() throws {
        let path = { (name: String) in self.certificates.path("\(name).crl") }
        #expect(refusal(lists: ["not-there"]) == .fileUnreadable(path: path("not-there")))
        try CertificateFolder.makeList("whole")
        let whole = try String(contentsOfFile: path("whole"), encoding: .utf8)
        let cut = String(whole.dropLast(80))
        for (name, text) in [("empty", ""), ("prose", "no list\n"), ("cut", cut), ("one-and-a-half", whole + cut)] {
            try text.write(toFile: path(name), atomically: true, encoding: .utf8)
            guard case .fileMalformed(let named, let reason) = refusal(lists: [name]) else {
                Issue.record("\(name) was taken")
                continue
            }
            #expect(named == path(name) && !reason.isEmpty)
        }
    }

    @Test func filesAndListsAreLimited() throws {
        try CertificateFolder.makeList("many")
        let limit = TLSLimits.revocationFiles.upperBound
        #expect(
            refusal(lists: [String](repeating: "many", count: limit + 1))
                == .limitExceeded(what: "files of revocation lists", limit: limit))
        try join([String](repeating: "many.crl", count: TLSLimits.revocationLists.upperBound + 1), "too-many.crl")
        #expect(
            refusal(lists: ["too-many"])
                == .limitExceeded(what: "revocation lists", limit: TLSLimits.revocationLists.upperBound))
    }

    /// The rules change while stations are connected.
    @Test func aReviewFindsWhoIsRevokedAndTouchesNobodyElse() throws {
        try CertificateFolder.makeList("review", revoked: ["border"])
        let (old, new) = (try TestContext.server(), try TestContext.server(lists: ["review"]))
        let (border, station) = (try shake("border", old), try shake("station", old))
        for pair in [border, station] {
            pair.server.channel.pipeline.fireUserInboundEventTriggered(TLSReview(by: new))
        }
        #expect(border.server.recorder.reviews == [.untrustedPeer(reason: "certificate revoked")])
        #expect(station.server.recorder.reviews.isEmpty)
        // The connection is still there, for a last word.
        border.server.write("because")
        try border.shuttle()
        #expect(border.client.recorder.text == "because")
    }

    @Test func aReviewDuringTheHandshakeCountsAtItsEnd() throws {
        try CertificateFolder.makeList("midway", revoked: ["border"])
        let (old, new) = (try TestContext.server(), try TestContext.server(lists: ["midway"]))
        for name in ["border", "station"] {
            let pair = try TLSPair(client: TestContext.client(name), server: old)
            pair.client.write("hello")
            _ = try pair.carry(pair.client, pair.server)
            pair.server.channel.pipeline.fireUserInboundEventTriggered(TLSReview(by: new))
            try pair.shuttle()
            let isRevoked = name == "border"
            #expect(pair.server.recorder.refusals.map(\.reason) == (isRevoked ? [.revoked] : []))
            #expect(pair.server.recorder.text == (isRevoked ? "" : "hello"))
        }
    }

    /// A station resumed has sent no chain: that is no reason to end it.
    @Test func aReviewLeavesAResumedStation() throws {
        let (client, old, new) = (
            try TestContext.client(), try TestContext.server(), try TestContext.server()
        )
        let first = try TLSPair(client: client, server: old)
        try first.shuttle()
        let ticket = try #require(first.client.handler?.session())
        let pair = try TLSPair(client: TLSEnd(client, resuming: ticket), server: TLSEnd(old))
        try pair.shuttle()
        #expect(pair.server.handler?.isResumed == true)
        pair.server.channel.pipeline.fireUserInboundEventTriggered(TLSReview(by: new))
        #expect(pair.server.recorder.reviews.isEmpty)
    }

    private func join(_ parts: [String], _ name: String) throws {
        var whole = Data()
        for part in parts { whole += try Data(contentsOf: URL(fileURLWithPath: certificates.path(part))) }
        try whole.write(to: URL(fileURLWithPath: certificates.path(name)), options: .atomic)
    }
}
