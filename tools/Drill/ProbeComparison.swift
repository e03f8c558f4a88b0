import TamgaClient
import TamgaHarness
import TamgaWire

/// Sends the same probes to two servers and compares the answers, all but the time they took.
struct ProbeComparison: Sendable {
    let station: Station
    let plan: DrillPlan
    let ports: [Int]

    /// What was found.
    struct Tally: Sendable {
        var equal = 0
        var different: [Int] = []
        var hits = 0
        var candidates = 0

        mutating func add(_ other: Tally) {
            equal += other.equal
            different += other.different
            hits += other.hits
            candidates += other.candidates
        }
    }

    func run(_ say: @escaping @Sendable (String) -> Void) async throws -> Tally {
        try await withThrowingTaskGroup(of: Tally.self) { group in
            for lane in 0..<plan.connections {
                group.addTask { try await compare(lane, say) }
            }
            var tally = Tally()
            for try await part in group { tally.add(part) }
            return tally
        }
    }

    /// Every so many-th probe.
    private func compare(_ lane: Int, _ say: @Sendable (String) -> Void) async throws -> Tally {
        let clients = [try await station.connect(to: ports[0]), try await station.connect(to: ports[1])]
        var tally = Tally()
        for probe in stride(from: lane, to: plan.probes, by: plan.connections) {
            let request = try request(probe)
            async let first = clients[0].identify(request)
            async let second = clients[1].identify(request)
            try await tally.compare(probe, [first, second])
            if probe.isMultiple(of: max(1, plan.probes / 10)) { say("probe \(probe) of \(plan.probes)") }
        }
        for client in clients { await client.close() }
        return tally
    }

    /// Impressions that nobody was enrolled with, of persons some of whom are not registered; one finger or two.
    private func request(_ probe: Int) throws -> Identify {
        let person = 1 + probe % plan.probed
        return Identify(
            fingers: try station.fingers(person, impression: 6 + probe / plan.probed, count: 1 + probe % 2),
            maximumCandidates: 50)
    }
}

extension ProbeComparison.Tally {
    fileprivate mutating func compare(_ probe: Int, _ answers: [Identified]) {
        let timeless = answers.map { answer in
            var answer = answer
            answer.microseconds = 0
            return answer
        }
        candidates += answers[0].candidates.count
        if answers[0].candidates.contains(where: { $0.isHit == true }) { hits += 1 }
        if timeless[0] == timeless[1] { equal += 1 } else { different.append(probe) }
    }
}
