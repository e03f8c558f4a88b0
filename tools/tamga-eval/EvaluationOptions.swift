import ArgumentParser
import Foundation
import TamgaEvaluation
import TamgaMatcher
import TamgaReporting

/// What `verify` and `identify` have in common.
struct EvaluationOptions: ParsableArguments {
    @Argument(help: "Folders of templates; each is one database, all under one threshold.")
    var directories: [String]

    @Option(help: "How files are named: \(NameLayout.names).")
    var layout: String

    @Option(help: "Fingers of a comparison; more than one needs a layout that names persons.")
    var fingers = 1

    @Option(help: "Folder of references (another sensor, the same persons): probes are compared with these only.")
    var references: String?

    @Option(help: "Largest rotation between probe and reference, degrees either way.")
    var maxRotation = 180.0

    @Option(help: "Turns every probe's template by so many degrees before it is described.")
    var turn = 0.0

    @Option(help: "File of pairs of fingers to leave out, two a line, besides those known.")
    var excludePairs: String?

    @Option(help: "Replicates of the bootstrap.")
    var replicates = 1_000

    @Option(help: "Seed of the bootstrap.")
    var seed: UInt64 = 1

    @Option(help: ArgumentHelp("Writes the result as JSON.", valueName: "file"))
    var json: String?

    @Option(help: ArgumentHelp("Writes a report: one page of HTML.", valueName: "file"))
    var report: String?

    @Flag(help: "Files that cannot be read are named, and the exit status is 0 all the same.")
    var skipUnreadable = false

    @Flag(help: "No progress.")
    var quiet = false

    func validate() throws {
        guard NameLayout(named: layout) != nil else {
            throw ValidationError("--layout \(layout): allowed are \(NameLayout.names)")
        }
        guard !directories.isEmpty else { throw ValidationError("name at least one folder of templates") }
        guard (1...10).contains(fingers) else { throw ValidationError("--fingers \(fingers): allowed are 1 to 10") }
        guard fingers == 1 || NameLayout(named: layout) == .personFingerImpression else {
            throw ValidationError("--fingers \(fingers): only a layout that names persons has more than one finger")
        }
        guard Rotation(degrees: maxRotation) != nil else {
            throw ValidationError("--max-rotation \(maxRotation): allowed are 0 to 180 degrees")
        }
        guard abs(turn) <= 360 else { throw ValidationError("--turn \(turn): allowed are -360 to 360 degrees") }
        guard (0...100_000).contains(replicates) else {
            throw ValidationError("--replicates \(replicates): allowed are 0 to 100000")
        }
    }

    var rotation: Rotation { Rotation(degrees: maxRotation) ?? .any }
    var bootstrap: Bootstrap { Bootstrap(replicates: replicates, seed: seed) }
    var progress: TerminalProgress { TerminalProgress(isQuiet: quiet) }

    func exceptions() throws -> KnownExceptions {
        var exceptions = KnownExceptions.known
        if let excludePairs {
            do {
                try exceptions.add(String(contentsOfFile: excludePairs, encoding: .utf8))
            } catch {
                throw ValidationError("\(excludePairs): \(error)")
            }
        }
        return exceptions
    }
}

extension EvaluationOptions {
    /// The sets, and how many files could not be read; those are named on standard error.
    func load() throws -> (sets: [VerificationSet], unreadable: Int) {
        try refuseRepeated(directories + [references].compactMap(\.self))
        let reference = try references.map(read)
        let probes = try directories.map(read)
        let sets = probes.map { set in
            reference.map { VerificationSet(set, against: $0, turnedByDegrees: turn) }
                ?? VerificationSet(set, turnedByDegrees: turn)
        }
        return (sets, (probes + [reference].compactMap(\.self)).reduce(0) { $0 + $1.unreadable.count })
    }

    /// A folder given twice would be compared with itself: every impression its own mate.
    private func refuseRepeated(_ paths: [String]) throws {
        var seen: Set<String> = []
        for path in paths {
            let folder = URL(fileURLWithPath: path).standardizedFileURL.resolvingSymlinksInPath().path
            guard seen.insert(folder).inserted else { throw ValidationError("\(path) is given twice") }
        }
    }

    private func read(_ path: String) throws -> Dataset {
        guard let layout = NameLayout(named: layout) else { throw ValidationError("--layout \(layout)") }
        guard (try? FileManager.default.contentsOfDirectory(atPath: path)) != nil else {
            throw ValidationError("\(path) is not a folder that can be read")
        }
        let set = try Dataset(
            name: Dataset.name(ofPath: path), directory: URL(fileURLWithPath: path), layout: layout)
        for file in set.unreadable {
            FileHandle.standardError.write(Data("\(path)/\(file.name): \(file.reason)\n".utf8))
        }
        guard !set.samples.isEmpty else { throw ValidationError("\(path) holds no template of layout \(self.layout)") }
        return set
    }

    /// Ends with status 1 where files could not be read, unless that was allowed.
    func finish(unreadable: Int) throws {
        guard unreadable > 0 else { return }
        let noun = unreadable == 1 ? "file" : "files"
        FileHandle.standardError.write(Data("\(unreadable) \(noun) could not be read\n".utf8))
        if !skipUnreadable { throw ExitCode.failure }
    }

    func write(_ result: ResultJSON, unreadable: Int) throws {
        guard let json else { return }
        var result = result
        result.members["layout"] = .text(layout.lowercased())
        result.members["turn"] = .number(turn)
        result.members["unreadable"] = .integer(unreadable)
        result.members["bootstrap"] = .object([
            "replicates": .integer(replicates), "seed": .number(Double(seed)),
        ])
        try result.data().write(to: URL(fileURLWithPath: json))
    }
}

extension EvaluationOptions {
    /// Writes the page that was asked for.
    func report(_ verification: Verification?, _ identification: Identification?) throws {
        guard let report else { return }
        var conditions = [("layout", layout.lowercased())]
        if fingers > 1 { conditions.append(("fingers", "\(fingers)")) }
        if turn != 0 { conditions.append(("probes turned by", "\(turn)°")) }
        if maxRotation != 180 { conditions.append(("largest rotation", "\(maxRotation)°")) }
        let names = (verification?.databases.map(\.name) ?? identification?.databases.map(\.name)) ?? []
        let what = verification == nil ? "Identification" : "Verification"
        let page = EvaluationReport(
            title: "\(what): \(names.joined(separator: ", "))", verification: verification,
            identification: identification, conditions: conditions)
        try Data(page.html().utf8).write(to: URL(fileURLWithPath: report))
    }
}
