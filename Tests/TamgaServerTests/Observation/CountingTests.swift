import Foundation
import Logging
import NIOCore
import TamgaIdentification
import TamgaMetrics
import TamgaServer
import TamgaStore
import TamgaTestSupport
import TamgaWire
import Testing

/// A real server over real TLS: what is shown is what was sent.
@Suite struct CountingTests {
    @Test func everyRequestIsCountedByKindAndResult() async throws {
        try await ServerBed.observed { bed, observation, _ in
            let station = try await bed.station()
            let fingers = [try record(of: 1)]
            for (number, request) in [
                Request.enrol(Enrol(person: "p-1", fingers: fingers)), .enrol(Enrol(person: "p-1", fingers: fingers)),
                .enrol(Enrol(person: "p-2", fingers: [try record(of: 2)])), .identify(Identify(fingers: fingers)),
                .identify(Identify(fingers: fingers)), .verify(Verify(person: "p-2", fingers: fingers)),
                .verify(Verify(person: "nobody", fingers: fingers)), .read(Read(person: "p-1", includesRecords: true)),
                .delete(Delete(person: "p-2")), .stats(Stats()), ping(), ping(),
            ].enumerated() {
                _ = try await station.ask(request, UInt64(number) + 2)
            }
            let families = try observation.families()
            let expected: [(String, String, Double)] = [
                ("hello", "ok", 1), ("enrol", "ok", 2), ("enrol", "person-exists", 1), ("identify", "ok", 2),
                ("verify", "ok", 1), ("verify", "person-unknown", 1), ("read", "ok", 1), ("delete", "ok", 1),
                ("stats", "ok", 1), ("ping", "ok", 2),
            ]
            for (kind, result, count) in expected {
                #expect(
                    families.value("tamga_requests_total", ["kind": kind, "result": result]) == count,
                    "\(kind) \(result)")
            }
            #expect(families.sum("tamga_requests_total") == 13)
            // Those that were worked on: all but the hello and the pings.
            #expect(families.sum("tamga_request_duration_seconds_count") == 10)
            #expect(families.value("tamga_request_duration_seconds_count", ["kind": "enrol"]) == 3)
            Self.checkStages(families)
            Self.checkHoldings(families)
        }
    }

    private static func checkStages(_ families: [ExpositionParser.Family]) {
        func count(_ stage: String) -> Double? {
            families.value("tamga_stage_duration_seconds_count", ["stage": stage])
        }
        // Three enrolments, two searches, two comparisons, one of them with nobody.
        #expect(count("admission") == 7 && count("decode") == 7)
        #expect(count("search") == 2 && count("compare") == 1 && count("watch") == 3)
        #expect(count("encode") == 13)
        // Three enrolments and a deletion came to the queue; one was refused before the store.
        #expect(count("change") == 4 && count("commit") == 3)
    }

    private static func checkHoldings(_ families: [ExpositionParser.Family]) {
        #expect(families.sum("tamga_gallery_persons") == 1 && families.sum("tamga_gallery_templates") == 1)
        #expect(families.sum("tamga_gallery_bytes") > 0)
        #expect(families.value("tamga_gallery_snapshot") == 3 && families.value("tamga_store_sequence") == 3)
        #expect(families.value("tamga_store_commits_total", ["outcome": "ok"]) == 3)
        #expect(families.value("tamga_store_commits_total", ["outcome": "failed"]) == 0)
        #expect(families.value("tamga_store_changes_total") == 3)
        #expect(families.value("tamga_store_batch_changes_sum") == 3)
        // Two searches of one finger, each over both persons' templates.
        #expect(families.sum("tamga_scanned_rows_total") == 4)
        #expect(families.value("tamga_ready") == 1)
        for name in ["tamga_requests_in_flight", "tamga_searches_running", "tamga_searches_waiting"] {
            #expect(families.sum(name) == 0, "\(name)")
        }
        #expect(families.value("tamga_changes_waiting") == 0 && families.value("tamga_crew_threads") == 2)
    }

    @Test func connectionsAreCountedByWhatBecameOfThem() async throws {
        var limits = ServerLimits()
        limits.connections = 2
        try await ServerBed.observed(limits: limits) { bed, observation, _ in
            let (first, second) = (try await bed.station(), try await bed.station())
            #expect(try observation.families().value("tamga_connections_open") == 2)
            let third = try? await bed.stranger()
            _ = try? await third?.next()
            try await first.channel.close()
            try await second.send(header(length: 16, kind: 1, id: 9, version: 99))
            while try await second.next() != .closed {}
            try await eventually("all are gone") { try observation.families().value("tamga_connections_open") == 0 }
            let families = try observation.families()
            #expect(families.value("tamga_connections_accepted_total") == 2)
            #expect(families.value("tamga_connections_refused_total", ["reason": "too-many"]) == 1)
            #expect(families.value("tamga_connections_closed_total", ["reason": "peer"]) == 1)
            #expect(families.value("tamga_connections_closed_total", ["reason": "refused"]) == 1)
        }
    }

    @Test func whoLeavesBeforeTheAnswerIsCountedAsUnanswered() async throws {
        let responder = HeldResponder()
        let clock = TestClock()
        let observation = try ServerObservation.example(clock)
        let metrics = ServerMetrics(clock: clock, observation: observation)
        try await ServerBed.run(
            responder: responder, metrics: metrics, connections: OpenConnections(limit: 10)
        ) { bed in
            let station = try await bed.station()
            try await station.send(.delete(Delete(person: "p")), 2)
            try await eventually("it is held") { responder.requests.count == 1 }
            #expect(try observation.families().sum("tamga_requests_in_flight") == 1)
            try await station.vanish()
            try await eventually("it is counted") {
                try observation.families().value(
                    "tamga_requests_total", ["kind": "delete", "result": "unanswered"]) == 1
            }
            try responder.answer(.deleted("p"))
            try await eventually("it is not in flight") {
                try observation.families().sum("tamga_requests_in_flight") == 0
            }
            let families = try observation.families()
            #expect(families.sum("tamga_requests_total", ["kind": "delete"]) == 1)
        }
    }

    @Test func strangersAreCountedByReason() async throws {
        try await ServerBed.observed { bed, observation, _ in
            let stranger = try? await Station.connect(port: bed.port, TestCertificates.station("other-station"))
            _ = try? await stranger?.next()
            try await eventually("the failure is counted") {
                try observation.families().sum("tamga_tls_failures_total") == 1
            }
            #expect(try observation.families().value("tamga_tls_failures_total", ["reason": "unknown-authority"]) == 1)
        }
    }

    @Test func aRequestsLineJoinsSessionAndRequest() async throws {
        let keeper = LineKeeper()
        try await ServerBed.observed(logger: keeper.logger) { bed, _, _ in
            let (one, two) = (try await bed.station(), try await bed.station())
            _ = try await one.ask(.stats(Stats()), 41)
            _ = try await two.ask(.delete(Delete(person: "nobody")), 41)
        }
        let lines = keeper.lines.filter { $0.message == "request answered" && $0.metadata["request"] == "41" }
        #expect(lines.map { $0.metadata["kind"] } == ["stats", "delete"])
        #expect(lines.map { $0.metadata["result"] } == ["ok", "person-unknown"])
        #expect(lines.allSatisfy { $0.metadata["milliseconds"].flatMap(Double.init) != nil })
        let sessions = lines.compactMap { $0.metadata["session"] }
        #expect(Set(sessions).count == 2)
        let opened = keeper.lines.filter { $0.message == "connection opened" }.compactMap { $0.metadata["session"] }
        #expect(opened == sessions)
    }
}
