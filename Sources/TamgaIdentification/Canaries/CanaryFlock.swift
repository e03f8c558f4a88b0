public import TamgaGallery
import TamgaMatcher

/// The canaries of all shards, planted: each of them is one that an empty gallery finds easily, so that a miss is a
/// fault and not chance.
public struct CanaryFlock: Sendable {
    struct Bird: Sendable {
        let mate: CanaryMate
        let probes: [[ProbeFinger]]
    }

    let birds: [Bird]

    /// -log10 of a false match rate that every probe has to reach against its own reference.
    public static let leastScore: Float = 10

    /// Describes and tries them. Complexity: O(shards), some milliseconds each.
    ///
    /// - Parameter source: the canary of each shard, from 0 on; of its probes those that do not reach ``leastScore``
    ///   are left out.
    /// - Throws: ``CanaryError`` where none of the probes of a canary does, or it has no fingers.
    public init(shards: Int, _ source: (Int) -> Canary) async throws(CanaryError) {
        let empty = Gallery(shards: 1, workers: 1)
        var birds: [Bird] = []
        for shard in 0..<shards { birds.append(try await Self.bird(source(shard), shard, empty)) }
        self.birds = birds
    }

    private static func bird(_ canary: Canary, _ shard: Int, _ empty: Gallery) async throws(CanaryError) -> Bird {
        do throws(GalleryError) {
            let mate = try CanaryMate(
                canary.reference.map {
                    GalleryReference(position: $0.position, descriptor: FingerDescriptor($0.template))
                })
            var probes: [[ProbeFinger]] = []
            for probe in canary.probes {
                let fingers = probe.map {
                    ProbeFinger(position: $0.position, views: [FingerDescriptor($0.template)])
                }
                let sighting = try await empty.sight(mate, by: fingers, in: 0)
                if sighting.isFound && sighting.score >= leastScore { probes.append(fingers) }
            }
            guard !probes.isEmpty else {
                throw GalleryError(.outOfRange, field: "probes", limit: "1 or more that score \(leastScore)")
            }
            return Bird(mate: mate, probes: probes)
        } catch { throw CanaryError(shard: shard, description: "the canary of shard \(shard): \(error)") }
    }
}

extension IdentificationService {
    /// Searches a shard for its canary, beside all other searches and without waiting for its turn among them.
    ///
    /// - Parameters:
    ///   - shard: from 0 to the number of shards.
    ///   - probe: which of its probes, counted round and round.
    /// - Throws: `.notReady`, or what the search threw.
    public func sight(
        _ flock: CanaryFlock, in shard: Int, probe: Int
    ) async throws(IdentificationError) -> CanarySighting {
        let gallery = try gallery()
        let bird = flock.birds[shard]
        do throws(GalleryError) {
            return try await gallery.sight(
                bird.mate, by: bird.probes[probe % bird.probes.count], in: shard, parameters: parameters.search)
        } catch { throw IdentificationError(error) }
    }

    /// Has the persons of a shard not count as searched, or count again: see `Gallery.fence`.
    public func fence(_ shard: Int, _ isFenced: Bool) throws(IdentificationError) {
        try gallery().fence(shard, isFenced)
    }
}
