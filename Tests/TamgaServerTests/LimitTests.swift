import TamgaServer
import TamgaWire
import Testing

@Suite struct LimitTests {
    @Test func defaultsFitTogether() throws {
        let limits = ServerLimits()
        try limits.check()
        #expect(limits.outboundBytes > Int(limits.session.frameBytes) + WireLimits.headerBytes)
        #expect(limits.requestsInFlight >= Int(limits.session.requestsInFlight))
        #expect(limits.shutdownGrace == .seconds(10) && limits.handshakeTimeout == .seconds(10))
        #expect(limits.idleTimeout == .seconds(300))
    }

    @Test func eachLimitIsChecked() {
        let changes: [(inout ServerLimits) -> Void] = [
            { $0.connections = 0 }, { $0.acceptBacklog = 0 }, { $0.requestsInFlight = 63 },
            { $0.requestBytesInFlight = 3_145_743 }, { $0.outboundBytes = 3_145_743 }, { $0.outboundPauseBytes = 0 },
            { $0.outboundPauseBytes = $0.outboundBytes + 1 }, { $0.idleTimeout = .zero },
            { $0.handshakeTimeout = .zero }, { $0.helloTimeout = .zero }, { $0.frameTimeout = .zero },
            { $0.writeTimeout = .zero }, { $0.flushTimeout = .zero }, { $0.refusalLogInterval = .zero },
            { $0.shutdownGrace = .seconds(-1) },
        ]
        for (index, change) in changes.enumerated() {
            var limits = ServerLimits()
            change(&limits)
            let error = #expect(throws: ServerError.self, "\(index)") { try limits.check() }
            #expect(error?.code == .invalidLimits)
        }
    }

    @Test func admissionIsBoundByRequestsAndByBytes() {
        let admission = Admission(requests: 2, bytes: 100)
        // Of 100 bytes 35 are kept for the others; who is alone may have more.
        #expect(admission.admit(.border, bytes: 100) && !admission.admit(.border, bytes: 0))
        admission.release(.border, bytes: 100)
        #expect(!admission.admit(.border, bytes: 101) && admission.admit(.border, bytes: 65))
        #expect(!admission.admit(.border, bytes: 1) && admission.admit(.border, bytes: 0))
        #expect(!admission.admit(.border, bytes: 0))
        #expect(admission.requestsInFlight == 2)
    }

    @Test func throttleCountsWhatItKeepsBack() {
        let clock = TestClock()
        let throttle = LogThrottle(lines: 2, interval: .seconds(1), clock: clock)
        #expect([throttle.pass(), throttle.pass(), throttle.pass(), throttle.pass()] == [0, 0, nil, nil])
        clock.advance(microseconds: 999_999)
        #expect(throttle.pass() == nil)
        clock.advance(microseconds: 1)
        #expect([throttle.pass(), throttle.pass()] == [3, 0])
    }

    @Test func metricsKnowTheTime() {
        let clock = TestClock()
        let metrics = ServerMetrics(clock: clock)
        #expect(metrics.uptimeMilliseconds == 0 && metrics.requests.isEmpty)
        clock.advance(microseconds: 12_345_678)
        #expect(metrics.uptimeMilliseconds == 12_345)
    }
}
