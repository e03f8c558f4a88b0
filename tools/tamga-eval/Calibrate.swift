import ArgumentParser
import Foundation
import TamgaEvaluation
import TamgaMatcher

/// `tamga-eval calibrate`: how the false match rate falls with the raw score, over all sets alike.
struct Calibrate: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "The raw scores at which the false match rate falls by a quarter of a decade.")

    @OptionGroup var options: SetOptions

    func run() throws {
        var weighted: [Weighted] = []
        for set in try options.load() {
            let scores = set.comparisons { ExactComparison($0, $1).score }.filter { !$0.isMated }.map(\.score)
            let points = Self.points(scores.map { Weighted(score: $0, weight: 1 / Double(scores.count)) })
            print(set.name, points.map { String(format: "%.2f:%.3f", $0.decades, $0.score) }.joined(separator: " "))
            weighted += scores.map { Weighted(score: $0, weight: 1 / Double(scores.count)) }
        }
        for point in Self.points(weighted) {
            print(String(format: "-log10 FMR %.2f  raw %.4f", point.decades, point.score))
        }
        print("\(weighted.count) non-mated comparisons; every set weighs the same")
    }

    private struct Weighted {
        var score: Float
        var weight: Double
    }

    private struct Point {
        var decades: Double
        var score: Double
    }

    /// What is printed, -log10 FMR: fine where most strangers score, since fused fingers add what each has there.
    private static let levels = [0.05, 0.1, 0.2, 0.3, 0.5, 0.75] + Array(stride(from: 1, through: 6, by: 0.25))

    /// The scores exceeded by these shares of the weight, down to eight comparisons.
    private static func points(_ scores: [Weighted]) -> [Point] {
        let sorted = scores.sorted { $0.score > $1.score }
        let total = sorted.reduce(0) { $0 + $1.weight }
        var points: [Point] = []
        var above = 0.0
        var left = levels[...]
        for (rank, item) in sorted.enumerated() {
            while let level = left.last, above + item.weight > total * pow(10, -level) {
                if rank >= 8 { points.append(Point(decades: level, score: Double(item.score))) }
                left.removeLast()
            }
            above += item.weight
        }
        return points.reversed()
    }
}
