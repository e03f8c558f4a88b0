import TamgaMatcher
import TamgaTemplates
import ArgumentParser
import Foundation
import TamgaRealism

struct RealismDump: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "dump")
    @Argument var folders: [String]
    @Option var top = 0
    func run() throws {
        var pool: [Float] = []
        var matedPool: [Float] = []
        for folder in folders {
            let set = try SampleSet(name: folder, directory: URL(fileURLWithPath: folder))
            let scores = set.scores(maximumRotation: 128)
            let non = scores.filter { !$0.isMated }.sorted { $0.score > $1.score }
            let mated = scores.filter { $0.isMated }.map(\.score).sorted()
            pool += non.map(\.score)
            matedPool += mated
            Self.show(folder.split(separator: "/").suffix(2).joined(separator: "/"), non.map(\.score), mated)
            for pair in non.prefix(top) {
                let (a, b) = (set.samples[pair.probe], set.samples[pair.reference])
                print("  ", pair.score, set.fingers[pair.one], set.fingers[pair.other], a.descriptor.count, b.descriptor.count, pair.probe, pair.reference)
            }
        }
        Self.show("POOL", pool.sorted(by: >), matedPool.sorted())
    }
    static func show(_ name: String, _ non: [Float], _ mated: [Float]) {
        let q = [0.5, 0.1, 1e-2, 3e-3, 1e-3, 3e-4, 1e-4, 1e-5].map { String(format: "%.3f", non[Int($0 * Double(non.count))]) }
        let m = mated.isEmpty ? [] : [0.01, 0.05, 0.1, 0.25, 0.5, 0.75, 0.95].map { String(format: "%.2f", mated[Int($0 * Double(mated.count))]) }
        print(name.padding(toLength: 34, withPad: " ", startingAt: 0), non.count, "non", q.joined(separator: " "), "| mated", mated.count, m.joined(separator: " "))
    }
}
