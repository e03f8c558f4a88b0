import TamgaGallery
import TamgaMatcher
package import TamgaSynthesis
import TamgaTemplates

/// All synthetic palms of one impression against all of another, tile with tile as a search compares them: the best
/// score of all pairs of tiles, corrected for their number.
package struct PalmTrial {
    /// Minutiae and tiles of each probe, ascending.
    package private(set) var minutiae: [Int] = []
    package private(set) var tiles: [Int] = []
    /// Scores, ascending.
    package private(set) var mated: [Float] = []
    package private(set) var strangers: [Float] = []
    /// Probes whose mate was more alike than anybody else.
    package private(set) var firsts = 0

    package init(
        _ palms: [SyntheticPalm], _ probe: SyntheticPalm.Coverage, against reference: SyntheticPalm.Coverage,
        workers: Int = Parallel.cores
    ) {
        let described = Parallel.map(count: palms.count, workers: workers) { index in
            (
                Self.views(palms[index], 1, reference),
                Self.views(palms[index], 2, probe).map(PreparedFinger.init)
            )
        }
        minutiae = palms.map { $0.impression(2, probe).minutiae.count }.sorted()
        tiles = described.map(\.1.count).sorted()
        let rows = Parallel.map(count: palms.count, workers: workers) { index in
            let workspace = ComparisonWorkspace()
            return described.map { Self.score(described[index].1, $0.0, workspace) }
        }
        for (index, row) in rows.enumerated() {
            mated.append(row[index])
            let others = row.indices.filter { $0 != index }.map { row[$0] }
            strangers += others
            if others.allSatisfy({ $0 < row[index] }) { firsts += 1 }
        }
        mated.sort()
        strangers.sort()
    }

    private static func views(
        _ palm: SyntheticPalm, _ number: Int, _ coverage: SyntheticPalm.Coverage
    ) -> [FingerDescriptor] {
        FingerDescriptor.views(of: palm.impression(number, coverage), at: palm.position)
    }

    private static func score(
        _ probe: [PreparedFinger], _ reference: [FingerDescriptor], _ workspace: ComparisonWorkspace
    ) -> Float {
        var best: Float = 0
        for tile in reference {
            best = tile.withView { view in
                probe.reduce(best) {
                    max($0, Matcher.compare($1, view, maximumRotation: .any, using: workspace))
                }
            }
        }
        return Fusion.bestOfPalm(best, of: probe.count * reference.count)
    }
}

extension PalmTrial {
    /// The synthetic right palms of a population.
    package static func palms(_ population: SyntheticPopulation, persons: Int) -> [SyntheticPalm] {
        Parallel.map(count: persons, workers: Parallel.cores) { population.person($0).palm(.rightPalm) }
    }

    /// The figures in three lines.
    package var text: String {
        func at(_ share: Double, of scores: [Float]) -> Float {
            scores.isEmpty ? 0 : scores[Int(share * Double(scores.count - 1))]
        }
        let reaching = [1, 2, 3, 4].map { score in "\(score): \(strangers.count { $0 >= Float(score) })" }
        return """
              probes: \(mated.count), minutiae \(minutiae.first ?? 0) to \(minutiae.last ?? 0), tiles \
            \(tiles.first ?? 0) to \(tiles.last ?? 0); rank-1 \(firsts)
              mated: least \(at(0, of: mated)), 5 % \(at(0.05, of: mated)), 50 % \(at(0.5, of: mated))
              non-mated: \(strangers.count), 99 % \(at(0.99, of: strangers)), most \(at(1, of: strangers)); \
            reach \(reaching.joined(separator: ", "))
            """
    }
}
