import ArgumentParser

/// Measures the matcher on folders of real or synthetic templates.
@main
struct TamgaEval: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tamga-eval", abstract: "Error rates of the matcher, and what its trainer and calibration need.",
        subcommands: [
            Verify.self, Identify.self, Evaluate.self,
            Explain.self, Rates.self, Calibrate.self, Export.self, RealismCommand.self, Palms.self,
        ])
}
