import ArgumentParser
import TamgaInspection
import TamgaTemplates

/// `tamga-template inspect`: what a record is, field by field.
struct InspectCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "inspect", abstract: "Shows what each record is, field by field.",
        discussion: "The members of the JSON objects are listed in docs/TEMPLATE-TOOL.md.")

    @Flag(help: "List the minutiae, as stated and at 500 dpi.")
    var minutiae = false
    @Option(help: ArgumentHelp("Draw each view as an SVG file in this folder.", valueName: "dir"))
    var svg: String?
    @OptionGroup var options: FileOptions

    func run() throws { try options.run(.inspect(minutiae: minutiae, drawings: svg)) }
}

/// `tamga-template validate`: whether records can be read.
struct ValidateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "validate", abstract: "Says of each record whether it can be read, one line a file.")

    @Flag(help: "Refuse records that depart from their standard.")
    var strict = false
    @OptionGroup var options: FileOptions

    func run() throws { try options.run(.validate(isStrict: strict)) }
}

/// `tamga-template convert`: records in another format.
struct ConvertCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "convert", abstract: "Writes records in another format and says what that format does not hold.")

    @Option(help: ArgumentHelp("The format to write.", valueName: "token"))
    var to: TemplateFormat
    @Option(name: .shortAndLong, help: ArgumentHelp("Where to write the only record.", valueName: "file"))
    var output: String?
    @Option(help: ArgumentHelp("Write each record into this folder, by its name.", valueName: "dir"))
    var outputDir: String?
    @Flag(help: "Replace files that are there.")
    var force = false
    @OptionGroup var options: FileOptions

    func validate() throws {
        guard (output == nil) != (outputDir == nil) else {
            throw ValidationError("Say where to write: --output FILE, or --output-dir DIR.")
        }
        guard output == nil || options.files.count == 1 else {
            throw ValidationError("--output takes one record; --output-dir takes many.")
        }
    }

    func run() throws {
        let place: TemplateJob.Output = output.map { .file($0) } ?? .folder(outputDir ?? ".")
        try options.run(.convert(to: to, output: place, force: force, day: Output.today))
    }
}

/// `tamga-template table`: what became of a set of files.
struct TableCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "table", abstract: "Prints a Markdown table of what became of files, or of those in folders.")

    @Argument(help: ArgumentHelp("Records, or folders of them.", valueName: "file"))
    var files: [String]

    func run() throws {
        var job = TemplateJob(.table, say: Output.say, complain: Output.complain)
        _ = job.run(files)
    }
}
