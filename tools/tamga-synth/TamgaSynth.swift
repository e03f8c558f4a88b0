import ArgumentParser
import Foundation
import TamgaSynthesis
import TamgaTemplates

/// Makes a population of synthetic fingers and writes their impressions as ISO/IEC 19794-2:2005 records.
@main
struct TamgaSynth: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tamga-synth",
        abstract: "Writes finger templates of persons who do not exist.",
        discussion: """
            Files are named PERSON_FINGER_IMPRESSION.iso, for example 00012_3_1.iso; FINGER is the code of \
            ISO/IEC 19794-2. The same seed gives the same bytes on every machine, and person 12 is the same \
            however many are written.
            """)

    @OptionGroup var population: PopulationOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
        guard output.output != nil || output.draw != nil else {
            throw ValidationError("Say where to write: --output DIR, or --draw FILE.svg.")
        }
        try population.check()
    }

    func run() throws {
        let synthetic = try SyntheticPopulation(seed: population.seed, parameters: population.parameters())
        if let draw = output.draw {
            let finger = synthetic.person(population.firstPerson).finger(output.drawFinger)
            let drawing = FingerDrawing(finger: finger, impressions: population.impressions)
            try Data(drawing.svg().utf8).write(to: URL(fileURLWithPath: draw))
        }
        guard let directory = output.output else { return }
        var writer = PopulationWriter(population: synthetic, options: population, directory: directory)
        try writer.prepare(force: output.force)
        let summary = try writer.write()
        FileHandle.standardOutput.write(Data(try summary.text(json: output.json).utf8))
    }
}
