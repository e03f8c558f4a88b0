import TamgaGallery
import TamgaMatcher
import TamgaRegistry
package import TamgaSynthesis
import TamgaTemplates

/// Synthetic palms searched for in a gallery of others, through all stages.
package struct PalmSearch {
    package private(set) var gallery = 0
    package private(set) var probes = 0
    /// Probes whose person came first, and was a hit.
    package private(set) var firsts = 0
    package private(set) var hits = 0
    /// Others who were taken for the probe's person.
    package private(set) var falseHits = 0

    /// - Parameter probes: how many of the palms are searched for, the first ones.
    package init(
        _ palms: [SyntheticPalm], _ probe: SyntheticPalm.Coverage, against reference: SyntheticPalm.Coverage,
        probes: Int
    ) throws {
        let gallery = Gallery(shards: 1, workers: Parallel.cores)
        let references = Parallel.map(count: palms.count, workers: Parallel.cores) {
            Self.views(palms[$0], 1, reference)
        }
        for (index, views) in references.enumerated() {
            let person = GalleryPerson(
                person: try PersonID("\(index)"), number: UInt64(index + 1),
                references: views.map { GalleryReference(position: palms[index].position, descriptor: $0) })
            try gallery.insert(person)
        }
        (self.gallery, self.probes) = (palms.count, min(probes, palms.count))
        for index in 0..<self.probes {
            let views = Self.views(palms[index], 2, probe)
            let finger = ProbeFinger(position: palms[index].position, views: views)
            let found = try gallery.search(for: [finger], maximumCandidates: 10)
            let isFirst = found.candidates.first?.person.text == "\(index)"
            let reached = found.candidates.filter { found.threshold.isReached(by: $0.score) }
            firsts += isFirst ? 1 : 0
            hits += reached.count { $0.person.text == "\(index)" }
            falseHits += reached.count { $0.person.text != "\(index)" }
        }
    }

    private static func views(
        _ palm: SyntheticPalm, _ number: Int, _ coverage: SyntheticPalm.Coverage
    ) -> [FingerDescriptor] {
        FingerDescriptor.views(of: palm.impression(number, coverage), at: palm.position)
    }

    /// The figures in one line.
    package var text: String {
        "searched among \(gallery): \(probes) probes, first \(firsts), hits \(hits), false hits \(falseHits)"
    }
}
