public import ArgumentParser
import Foundation
import TamgaInspection
public import TamgaTemplates

extension TemplateFormat: ExpressibleByArgument {
    public init?(argument: String) { self.init(token: argument) }
    public var defaultValueDescription: String { token }
    public static var allValueStrings: [String] { allCases.map(\.token) }
}

/// The files, and what they are.
struct FileOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The format of the files; else what they say. Cards cannot say it.", valueName: "token"))
    var format: TemplateFormat?
    @Flag(help: "One JSON object for each file, one a line.")
    var json = false
    @Argument(help: ArgumentHelp("Records.", valueName: "file"))
    var files: [String]

    /// Does the task; ends the program with 1 where a file was refused.
    func run(_ task: TemplateJob.Task) throws {
        var job = TemplateJob(task, format: format, isJSON: json, say: Output.say, complain: Output.complain)
        if !job.run(files) { throw ExitCode(1) }
    }
}

/// Where lines go.
enum Output {
    /// A line of the answer; a reader that has left ends the program.
    static func say(_ line: String) {
        do { try FileHandle.standardOutput.write(contentsOf: Data((line + "\n").utf8)) } catch { exit(1) }
    }

    /// A line about a failure.
    static func complain(_ line: String) {
        // Where it cannot be written, the exit status has to do.
        try? FileHandle.standardError.write(contentsOf: Data("tamga-template: \(line)\n".utf8))
    }

    /// Today by this machine's clock, in UTC, eight digits.
    static var today: String {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = .gmt
        let day = calendar.dateComponents([.year, .month, .day], from: Date())
        return String(format: "%04d%02d%02d", day.year ?? 1_900, day.month ?? 1, day.day ?? 1)
    }
}
