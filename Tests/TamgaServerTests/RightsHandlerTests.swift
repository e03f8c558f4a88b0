import NIOCore
import NIOEmbedded
import TamgaRegistry
import TamgaServer
import TamgaWire
import Testing

/// Rights where the session meets its I/O: the handshake's certificate, the responder, the counters, the log.
@Suite struct RightsHandlerTests {
    @Test func theResponderLearnsWhoAsks() throws {
        let bench = try SessionBench()
        try bench.open(["urn:tamga:station:transport:supervisor:AKT-1"])
        try bench.send(.delete(Delete(person: "p")), 2)
        let caller = try #require(bench.responder.callers.first)
        #expect(caller.agency == .transport && caller.roles == [.supervisor] && caller.station == "AKT-1")
        #expect(caller.certificate == [1, 2, 3])
    }

    @Test func whatIsDeniedDoesNotReachTheResponderAndIsCounted() throws {
        let bench = try SessionBench()
        try bench.open(["urn:tamga:station:interior:border:B-1"])
        try bench.send(.delete(Delete(person: "p")), 2)
        #expect(try bench.errorCodes() == [.denied])
        #expect(bench.responder.requests.isEmpty && bench.channel.isActive)
        #expect(bench.environment.metrics.requests.last == RequestCount(kind: "delete", answered: 0, refused: 1))
    }

    @Test func aCertificateThatCannotBeReadIsToldAndTheConnectionClosed() throws {
        let bench = try SessionBench()
        bench.shakeHands(["urn:tamga:station:interior:boss:B-1"])
        try bench.send(hello, 1)
        #expect(try bench.errorCodes() == [.denied])
        #expect(!bench.channel.isActive)
    }

    @Test func theLogNamesAgencyRolesAndStation() throws {
        let keeper = LineKeeper()
        let bench = try SessionBench(logger: keeper.logger)
        try bench.open(["urn:tamga:station:interior:border+auditor:B-1"])
        let opened = try #require(keeper.lines.first { $0.message == "connection opened" }?.metadata)
        #expect(
            opened == [
                    "certificate": "010203", "agency": "interior", "roles": "border+auditor", "station": "B-1",
                    "session": "1",
                ])
        bench.channel.pipeline.fireChannelInactive()
        let closed = try #require(keeper.lines.last)
        #expect(closed.message == "connection closed" && closed.metadata["station"] == "B-1")
    }

    @Test func theLogSaysOfAStationWithoutIdentityWhy() throws {
        for (uris, words) in [([], "unnamed"), (["urn:tamga:x"], "refused: a URI of urn:tamga: is not of the form")] {
            let keeper = LineKeeper()
            let bench = try SessionBench(logger: keeper.logger)
            bench.shakeHands(uris)
            let station = try #require(keeper.lines.first?.metadata["station"])
            #expect(station.hasPrefix(words))
        }
    }
}
