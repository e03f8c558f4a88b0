import NIOEmbedded
import TamgaIdentification
import TamgaMetrics
import TamgaServer
import TamgaStore
import TamgaTLS
import TamgaTestSupport
import Testing

/// When requests should come, and what is counted outside of requests.
@Suite struct ServerHealthTests {
    @Test func aStoreThatFailedIsReadyAgainAfterASuccessOrAMinute() async throws {
        try await ServerBed.observed { bed, observation, clock in
            #expect(observation.reasonNotReady == nil)
            observation.storeFailed()
            #expect(observation.reasonNotReady == "the store has failed")
            observation.stored(changes: 1, upTo: 1)
            #expect(observation.reasonNotReady == nil)
            observation.storeFailed()
            clock.advance(microseconds: 59_999_999)
            #expect(observation.reasonNotReady == "the store has failed")
            clock.advance(microseconds: 1)
            #expect(observation.reasonNotReady == nil)
        }
    }

    @Test func aServerThatGoesDownSaysSo() async throws {
        try await ServerBed.observed { bed, observation, _ in
            let station = try await bed.station()
            #expect(observation.reasonNotReady == nil)
            await bed.shutDown()
            try await eventually("not ready any more") {
                observation.reasonNotReady == "the server is going down"
            }
            withExtendedLifetime(station) {}
        }
    }

    @Test(arguments: [
        (TLSError.alertReceived(reason: "x"), "alert"), (.protocolViolation(reason: "x"), "protocol"),
        (.truncated, "truncated"), (.keyMismatch, "local"),
    ]) func failuresOfTLSAreCountedByReason(error: TLSError, reason: String) throws {
        let observation = try ServerObservation.example()
        observation.failed(error)
        observation.failed(Failure("not of TLS"))
        let families = try observation.families()
        #expect(families.value("tamga_tls_failures_total", ["reason": reason]) == 1)
        #expect(families.sum("tamga_tls_failures_total") == 1)
    }

    @Test func aReasonNobodyKnowsIsCountedAndNotShown() throws {
        let observation = try ServerObservation.example()
        observation.tlsFailed("CN=Somebody")
        #expect(try observation.families().value("tamga_tls_failures_total", ["reason": "other"]) == 1)
        #expect(!observation.page(.prometheus).contains("Somebody"))
    }

    @Test func theProcessIsMeasured() throws {
        let families = try ServerObservation.example(FixedClock(time: 1_700_000_000_500)).families()
        #expect(families.value("process_start_time_seconds") == 1_700_000_000.5)
        #expect((families.value("process_resident_memory_bytes") ?? 0) > 1_000_000)
        #expect((families.value("process_cpu_seconds_total") ?? 0) > 0)
        let (open, most) = (families.value("process_open_fds") ?? 0, families.value("process_max_fds") ?? 0)
        #expect(open >= 3 && open <= most)
        let build = ["program": "tamga-server/test", "matcher": "m1", "kernels": "test"]
        #expect(families.value("tamga_build_info", build) == 1)
    }
}
