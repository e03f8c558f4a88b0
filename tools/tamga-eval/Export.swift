import ArgumentParser
import Foundation
import TamgaEvaluation

/// `tamga-eval export`: matching cylinders for the trainer of the signature.
struct Export: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Writes pairs of matching cylinders for the trainer.")

    @OptionGroup var options: SetOptions
    @Argument(help: "File to write.") var output: String
    @Flag(help: "Pair by the cylinders themselves, without the shipped signature (a first training).")
    var fromCylinders = false

    func run() throws {
        let sets = TrainingSet.all(try options.load())
        let count = try PairExport(fromCylinders: fromCylinders).write(sets, to: URL(fileURLWithPath: output))
        print("\(count) pairs of \(sets.count) sets: \(sets.map(\.name).joined(separator: ","))")
    }
}
