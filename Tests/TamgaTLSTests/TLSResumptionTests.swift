import Foundation
import NIOCore
import NIOEmbedded
import TamgaTLS
import TamgaTestSupport
import Testing

/// A ticket spares a full handshake and lets nobody in whom one would not.
@Suite struct TLSResumptionTests {
    /// What the client of a connection that was let in has to come back with.
    private func ticket(_ client: TLSContext, _ server: TLSContext) throws -> TLSSession {
        let pair = try TLSPair(client: client, server: server)
        try pair.shuttle()
        #expect(pair.server.recorder.peers.count == 1)
        return try #require(pair.client.handler?.session())
    }

    private func comeBack(_ client: TLSContext, _ server: TLSContext, with ticket: TLSSession) throws -> TLSPair {
        let pair = try TLSPair(client: TLSEnd(client, resuming: ticket), server: TLSEnd(server))
        pair.client.write("again")
        try pair.shuttle()
        return pair
    }

    @Test func aClientComesBackAsTheSame() throws {
        let (client, server) = (try TestContext.client(), try TestContext.server())
        let first = try TLSPair(client: client, server: server)
        try first.shuttle()
        let ticket = try #require(first.client.handler?.session())
        #expect(first.server.handler?.isResumed == false)
        let pair = try comeBack(client, server, with: ticket)
        #expect(pair.server.handler?.isResumed == true && pair.client.handler?.isResumed == true)
        #expect(pair.server.recorder.peers == first.server.recorder.peers)
        #expect(pair.server.recorder.peers.first?.uris == ["urn:tamga:station:interior:administrator:station-1"])
        #expect(pair.server.recorder.text == "again")
        #expect(pair.server.recorder.errors.isEmpty && pair.client.recorder.errors.isEmpty)
    }

    /// Two for a full handshake, none for a resumed one: nobody lives on tickets for longer than on the first.
    @Test func onlyAFullHandshakeGivesTickets() throws {
        let (client, server) = (try TestContext.client(), try TestContext.server())
        #expect(try sentAfterwards(TLSPair(client: client, server: server)) > 1_200)
        let ticket = try ticket(client, server)
        let resumed = try TLSPair(client: TLSEnd(client, resuming: ticket), server: TLSEnd(server))
        #expect(try sentAfterwards(resumed) == 0)
        #expect(resumed.server.handler?.isResumed == true)
    }

    /// Bytes of the server after the client's last word of the handshake.
    private func sentAfterwards(_ pair: TLSPair) throws -> Int {
        for (from, to) in [(pair.client, pair.server), (pair.server, pair.client), (pair.client, pair.server)] {
            _ = try pair.carry(from, to)
        }
        #expect(pair.server.recorder.peers.count == 1)
        return try pair.server.takeOutbound().reduce(0) { $0 + $1.readableBytes }
    }

    /// Of another certificate, authority or revocation list; a new context is what a reload makes.
    @Test func aTicketOfAnotherContextIsNothing() throws {
        let client = try TestContext.client()
        let ticket = try ticket(client, try TestContext.server())
        let pair = try comeBack(client, try TestContext.server(), with: ticket)
        #expect(pair.server.handler?.isResumed == false)
        #expect(pair.server.recorder.peers.count == 1 && pair.server.recorder.text == "again")
    }

    @Test func aTicketEndsWithTheCertificate() throws {
        let (client, server) = (try TestContext.client(), try TestContext.server())
        let ticket = try ticket(client, server)
        let end = try #require(client.certificate?.validUntil)
        // Its authority was made some seconds before it, for as many days.
        server.judge(asOf: end - 60)
        #expect(try comeBack(client, server, with: ticket).server.handler?.isResumed == true)
        server.judge(asOf: end + 1)
        let pair = try comeBack(client, server, with: ticket)
        try expectRefused(pair, .expired, "certificate has expired")
    }

    @Test func aTicketEndsWithTheRevocationList() throws {
        try CertificateFolder.makeList("ticket-empty")
        let client = try TestContext.client()
        let server = try TestContext.server(lists: ["ticket-empty"])
        let ticket = try ticket(client, server)
        let end = try #require(server.revocation?.validUntil)
        #expect(try comeBack(client, server, with: ticket).server.handler?.isResumed == true)
        server.judge(asOf: end + 1)
        try expectRefused(try comeBack(client, server, with: ticket), .listUnusable, "CRL has expired")
    }

    @Test func aRevokedClientsTicketIsNothing() throws {
        try CertificateFolder.makeList("ticket-before")
        try CertificateFolder.makeList("ticket-after", revoked: ["station"])
        let client = try TestContext.client()
        let ticket = try ticket(client, try TestContext.server(lists: ["ticket-before"]))
        let pair = try comeBack(client, try TestContext.server(lists: ["ticket-after"]), with: ticket)
        try expectRefused(pair, .revoked, "certificate revoked")
    }

    /// OpenSSL keeps its own time, so that this one has to pass.
    @Test func aTicketEndsWithItsTime() async throws {
        let (client, server) = (try TestContext.client(), try TestContext.server(weakened: .shortTickets))
        let ticket = try ticket(client, server)
        try await Task.sleep(for: .milliseconds(2_100))
        let pair = try comeBack(client, server, with: ticket)
        #expect(pair.server.handler?.isResumed == false && pair.server.recorder.text == "again")
        // And the client gets another, which a ticket that was used does not bring.
        let next = try #require(pair.client.handler?.session())
        #expect(try comeBack(client, server, with: next).server.handler?.isResumed == true)
    }

    /// Bits of the ticket within the hello: at worst a full handshake, or none.
    @Test func anAlteredTicketResumesNothing() throws {
        let (client, server) = (try TestContext.client(), try TestContext.server())
        let ticket = try ticket(client, server)
        var random = SplitMix64(seed: 21)
        for lot in 0..<60 {
            let pair = try TLSPair(client: TLSEnd(client, resuming: ticket), server: TLSEnd(server))
            pair.client.write("again")
            var isFirst = true
            try pair.shuttle { bytes in
                defer { isFirst = false }
                guard isFirst else { return bytes }
                var bytes = bytes
                // The ticket and the proof of its key are the end of the hello, and most of it.
                let index = bytes.writerIndex - 1 - Int.random(in: 0..<1_000, using: &random)
                bytes.setInteger((bytes.getInteger(at: index, as: UInt8.self) ?? 0) ^ 1 << (lot % 8), at: index)
                return bytes
            }
            #expect(pair.server.handler?.isResumed != true, "lot \(lot)")
            #expect(pair.server.recorder.text.isEmpty, "lot \(lot)")
        }
    }

    private func expectRefused(_ pair: TLSPair, _ reason: HandshakeRefusal.Reason, _ words: String) throws {
        #expect(pair.server.recorder.tlsErrors == [.untrustedPeer(reason: words)])
        let refusal = try #require(pair.server.recorder.refusals.first)
        #expect(refusal.reason == reason && refusal.error == .untrustedPeer(reason: words))
        #expect(refusal.certificate?.subject == "CN=station-1,O=Tamga development")
        #expect(pair.server.recorder.refusals.count == 1)
        #expect(pair.server.recorder.peers.isEmpty && pair.server.recorder.bytes.readableBytes == 0)
        #expect(!pair.server.channel.isActive && !pair.client.channel.isActive)
    }
}
