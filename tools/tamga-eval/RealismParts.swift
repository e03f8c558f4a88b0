import ArgumentParser
import Foundation
import TamgaMatcher
import TamgaRealism

struct RealismParts: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "parts")
    @Argument var folders: [String]
    func run() throws {
        for folder in folders {
            let set = try SampleSet(name: folder, directory: URL(fileURLWithPath: folder))
            var rows: [(Float, [Double])] = []
            var hist = [Int](repeating: 0, count: 129)
            var n = 0
            let step = max(1, set.samples.count / 250)
            let idx = Array(stride(from: 0, to: set.samples.count, by: step))
            for (k, i) in idx.enumerated() {
                for j in idx[(k + 1)...] {
                    let (a, b) = (set.samples[i], set.samples[j])
                    if a.finger == b.finger { continue }
                    let c = ExactComparison(a.descriptor, b.descriptor, maximumRotation: 128)
                    n += 1
                    if n % 11 == 0 {
                        for x in 0..<a.descriptor.count { for y in 0..<b.descriptor.count { hist[a.descriptor.distance(x, b.descriptor, y)] += 1 } }
                    }
                    var w: Float = 0, s: Float = 0, m: Float = 0, dd: Float = 0, an: Float = 0
                    for p in c.pairing {
                        let g = ExactMath.expNegative(p.squaredDistance / 72 + p.angle * p.angle / 0.125)
                        let sim = max(0, min(1, 1.2 * (1 - 2 * Float(a.descriptor.distance(p.probe, b.descriptor, p.reference)) / 128)))
                        w += g; s += g * sim; m += sim; dd += p.squaredDistance.squareRoot(); an += abs(p.angle)
                    }
                    let k = Float(max(1, c.pairing.count))
                    let overlap = c.score > 0 ? w * s / c.score - 4 : 0
                    rows.append((c.score, [Double(c.pairing.count), Double(w), Double(w / k), Double(m / k), Double(overlap), Double(dd / k), Double(an / k), Double(abs(c.motion?.rotation ?? 0))]))
                }
            }
            rows.sort { $0.0 > $1.0 }
            func mean(_ r: ArraySlice<(Float, [Double])>) -> String {
                (0..<8).map { q in String(format: "%.2f", r.reduce(0) { $0 + $1.1[q] } / Double(r.count)) }.joined(separator: " ")
            }
            print(folder.suffix(30), "pairs W W/pair sim overlap dist angle rot")
            print("   all", mean(rows[...])); print("   top10%", mean(rows[..<(rows.count / 10)])); print("   top1%", mean(rows[..<(rows.count / 100)]), rows[rows.count / 100].0)
            let total = hist.reduce(0, +)
            var cum = 0
            var line: [String] = []
            for h in 0...128 { cum += hist[h]; if [20, 25, 30, 35, 40, 45, 50, 55, 64].contains(h) { line.append("\(h):" + String(format: "%.5f", Double(cum) / Double(total))) } }
            print("   hamming cdf", line.joined(separator: " "))
        }
    }
}
