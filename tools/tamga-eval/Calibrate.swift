import ArgumentParser
import Foundation
import TamgaEvaluation
import TamgaMatcher

/// `tamga-eval calibrate`: how the false match rate falls with the raw score, and the line through it.
struct Calibrate: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Fits -log10 FMR to the raw score.")

    @OptionGroup var options: SetOptions

    func run() throws {
        var scores: [Float] = []
        for set in try options.load() {
            let comparisons = set.comparisons { ExactComparison($0, $1).score }
            let nonMated = comparisons.filter { !$0.isMated }.map(\.score)
            print(set.name, Self.points(nonMated).map { String(format: "%.1f:%.3f", $0.decades, $0.score) })
            scores += nonMated
        }
        let points = Self.points(scores)
        let (slope, offset) = Self.line(points)
        for point in points {
            let fitted = slope * point.score + offset
            print(String(format: "-log10 FMR %.2f  raw %.4f  fitted %.2f", point.decades, point.score, fitted))
        }
        print(String(format: "slope %.3f offset %.3f from %d non-mated comparisons", slope, offset, scores.count))
    }

    private struct Point {
        var decades: Double
        var score: Double
    }

    /// Scores exceeded by 1 in 10, 1 in 20 ... down to ten comparisons.
    private static func points(_ scores: [Float]) -> [Point] {
        let sorted = scores.sorted(by: >)
        return stride(from: 1.0, through: 6.0, by: 0.25).compactMap { decades in
            let rank = Int(pow(10, -decades) * Double(sorted.count))
            return rank >= 8 ? Point(decades: decades, score: Double(sorted[rank])) : nil
        }
    }

    /// Least squares of decades on score from FMR 0.03 on.
    private static func line(_ points: [Point]) -> (slope: Double, offset: Double) {
        let used = points.filter { $0.decades >= 1.5 }
        let count = Double(max(1, used.count))
        let x = used.reduce(0) { $0 + $1.score } / count
        let y = used.reduce(0) { $0 + $1.decades } / count
        let covariance = used.reduce(0) { $0 + ($1.score - x) * ($1.decades - y) }
        let variance = used.reduce(0) { $0 + ($1.score - x) * ($1.score - x) }
        let slope = variance > 0 ? covariance / variance : 0
        return (slope, y - slope * x)
    }
}
