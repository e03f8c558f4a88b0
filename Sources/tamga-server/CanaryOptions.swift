import ArgumentParser
import Logging
import TamgaIdentification
import TamgaServer
import TamgaSynthesis
import TamgaTemplates

/// Tests of the parts of the gallery while the server runs.
struct CanaryOptions: ParsableArguments {
    @Option(help: "Seconds between two searches of each shard for a planted, made-up person, 1 to 3600; 0: none.")
    var canaryInterval = 10

    func validate() throws {
        guard (0...3_600).contains(canaryInterval) else {
            throw ValidationError("--canary-interval is \(canaryInterval), allowed: 0 to 3600")
        }
    }

    /// What searches for canaries; nil where there are to be none.
    func keeper(
        _ service: IdentificationService, _ observation: ServerObservation?, _ clock: any WallClock, _ logger: Logger
    ) -> CanaryKeeper? {
        guard canaryInterval > 0 else { return nil }
        let shards = service.statistics().shards
        // Drawn anew at each start: nobody can know them.
        let population = SyntheticPopulation(seed: .random(in: .min ... .max))
        return CanaryKeeper(
            shards: shards, interval: .seconds(canaryInterval), clock: clock, logger: logger, observation: observation
        ) {
            CanaryKeeper.Work(service, try await CanaryFlock(shards: shards) { Self.canary(population.person($0)) })
        }
    }

    /// Eight probes of four fingers each.
    private static func canary(_ person: SyntheticPerson) -> Canary {
        let fingers = [FingerPosition.rightIndex, .rightMiddle, .leftIndex, .leftMiddle].map { ($0, person.finger($0)) }
        func impression(_ number: Int) -> [Canary.Finger] {
            fingers.map { Canary.Finger($0, $1.impression(number)) }
        }
        return Canary(reference: impression(0), probes: (1...8).map(impression))
    }
}
