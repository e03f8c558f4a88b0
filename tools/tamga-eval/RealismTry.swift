import ArgumentParser
import Foundation
import TamgaMatcher
import TamgaRealism
import TamgaSynthesis
import TamgaTemplates

struct RealismTry: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "try")
    @Option var set: [String] = []
    @Option var persons = 30
    @Option var impressions = 2
    @Option var write: String?
    @Option var difficulty = "normal"
    func run() throws {
        var p = (SynthesisDifficulty(rawValue: difficulty) ?? .normal).parameters
        let d: [String: WritableKeyPath<SynthesisParameters, Double>] = [
            "directionShare": \.master.directionShare, "densityShare": \.master.densityShare, "interaction": \.master.interaction,
            "flow": \.master.flowDeviation, "crowding": \.master.crowding, "variety": \.master.variety,
            "angle": \.angleSigmaDegrees, "position": \.positionSigma, "distortion": \.distortion, "contactSigma": \.contactSigma,
            "width": \.contactHalfWidth, "height": \.contactHalfHeight,
        ]
        for item in set {
            let parts = item.split(separator: "=").map(String.init)
            if parts[0] == "missing" { let v = parts[1].split(separator: ",").compactMap { Double($0) }; p.missing = v[0]...v[1]; continue }
            if parts[0] == "spurious" { let v = parts[1].split(separator: ",").compactMap { Double($0) }; p.spurious = v[0]...v[1]; continue }
            if parts[0] == "outline" { let v = parts[1].split(separator: ",").compactMap { Double($0) }; p.outline = v[0]...v[1]; continue }
            if parts[0] == "density" { let v = parts[1].split(separator: ",").compactMap { Double($0) }; p.master.density = v[0]...v[1]; continue }
            if parts[0] == "sensor" { let v = parts[1].split(separator: ",").compactMap { Int($0) }; p.sensorWidth = v[0]; p.sensorHeight = v[1]; continue }
            if parts[0] == "habit" { p.habit = ExtractorHabit(rawValue: parts[1]) ?? .coarse; continue }
            guard let k = d[parts[0]], let v = Double(parts[1]) else { throw ValidationError(item) }
            p[keyPath: k] = v
        }
        let population = try SyntheticPopulation(seed: 1, parameters: p)
        var samples: [RealismSample] = []
        for i in 1...persons {
            let person = population.person(i)
            for pos in FingerPosition.allCases.dropFirst() {
                let f = person.finger(pos)
                for n in 1...impressions {
                    let t = f.impression(n)
                    samples.append(RealismSample(finger: "\(i)_\(pos.rawValue)", template: t))
                    if let write { try Data(ISO19794_2_2005.encode([t])).write(to: URL(fileURLWithPath: "\(write)/\(i)_\(pos.rawValue)_\(n).iso")) }
                }
            }
        }
        let s = SampleSet(name: "syn", samples: samples)
        let scores = s.scores(maximumRotation: 128)
        RealismDump.show("syn \(set)", scores.filter { !$0.isMated }.map(\.score).sorted(by: >), scores.filter(\.isMated).map(\.score).sorted())
    }
}
