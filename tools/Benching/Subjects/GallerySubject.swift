import TamgaCrypto
import TamgaGallery
import TamgaIdentification
import TamgaMatcher
import TamgaRegistry
import TamgaTemplates

/// The gallery as the benchmark calls it: the one place to change when its interface does.
struct GallerySubject: Sendable {
    let gallery: Gallery
    /// Galleries of nobody, whose number of workers a search of another's snapshot uses.
    private let lone = Gallery(shards: 1, workers: 1)
    private let pair = Gallery(shards: 1, workers: 2)

    init(shards: Int) {
        gallery = Gallery(shards: shards)
    }

    var references: Int { gallery.snapshot().references }
    /// Bytes that the gallery says it holds, once its work behind the scenes is done.
    func settledFootprint() throws -> Int {
        while try gallery.maintain() != .nothing {}
        return gallery.footprint.total
    }

    func insert(_ persons: [GalleryPerson]) throws { try gallery.insert(persons) }
    func remove(_ person: PersonID) throws { try gallery.remove(person) }

    /// A search as the server makes it.
    func search(_ fingers: [ProbeFinger], _ manner: Manner = Manner()) throws -> SearchResult {
        let searcher = manner.workers == 1 ? lone : manner.workers == 2 ? pair : gallery
        return try searcher.search(
            gallery.snapshot(), for: fingers, maximumCandidates: manner.candidates,
            maximumRotation: manner.rotation, positions: manner.positions, parameters: manner.parameters)
    }

    /// How a search is made.
    struct Manner: Sendable {
        /// 1, 2, or nil for as many as the gallery has.
        var workers: Int?
        var rotation = Rotation.any
        var positions = PositionPolicy.lookForSwaps
        var candidates = 20
        var parameters = SearchParameters()

        /// Within the usual rotation and as labelled only.
        static func oneLook(workers: Int? = nil) -> Manner {
            Manner(workers: workers, rotation: .usual, positions: .asLabelled)
        }
    }

    /// The score of a person, as labelled and within a rotation, as a search within it gives it.
    func score(_ fingers: [ProbeFinger], _ person: PersonID, within rotation: Rotation) throws -> Float {
        var parameters = SearchParameters()
        // Nothing is enough: the wider look is always taken.
        parameters.decision = .infinity
        return try gallery.compare(
            fingers, with: person, maximumRotation: rotation, positions: .asLabelled, parameters: parameters
        ).match.score
    }

    /// Seconds from opening segment files to the first answer; the files are written first, into a folder of their own.
    func restart(_ persons: [GalleryPerson], _ probe: [ProbeFinger], _ watch: Stopwatch, _ folder: String, runs: Int)
        throws -> Samples
    {
        let registered = persons.map { RegisteredPerson(number: $0.number, person: $0.person) }
        let cipher = SealedSegments(key: try SecretKey.generate())
        func opened() throws -> GalleryOpening {
            try Gallery.open(
                folder, registered: registered, matcher: Matcher.version, cipher: cipher, shards: gallery.shardCount,
                crew: Crew(workers: Parallel.cores))
        }
        let first = try opened()
        let missing = Set(first.missing.map(\.person))
        try first.gallery.insert(persons.filter { missing.contains($0.person) })
        try first.gallery.checkpoint()
        return Samples(
            try (0..<runs).map { _ in
                try watch.seconds {
                    let opening = try opened()
                    let answer = try opening.gallery.search(
                        for: probe, maximumCandidates: 20, maximumRotation: .usual, positions: .asLabelled)
                    return UInt64(opening.missing.count) ^ AnswerHash([answer]).value
                }
            })
    }
}
