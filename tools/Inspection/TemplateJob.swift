public import TamgaTemplates

/// One command over a list of files; says how it went, file by file.
public struct TemplateJob {
    /// What is done with the files.
    public enum Task: Sendable {
        /// Shows what each is; minutiae as well; pictures of the views into a folder.
        case inspect(minutiae: Bool, drawings: String?)
        /// Says of each whether it can be read.
        case validate(isStrict: Bool)
        /// Writes each in another format, `day` being the date of a transaction (`20260131`).
        case convert(to: TemplateFormat, output: Output, force: Bool, day: String)
        /// Prints a table of all.
        case table
    }

    /// Where what was converted goes.
    public enum Output: Sendable {
        case file(String)
        case folder(String)
    }

    private let task: Task
    private let format: TemplateFormat?
    private let isJSON: Bool
    private let say: (String) -> Void
    private let complain: (String) -> Void
    private var written: Set<String> = []

    /// - Parameters:
    ///   - format: the format of every file; nil to go by what the files say.
    ///   - say: takes a line of the answer, which may have line breaks in it; `complain` a line about a failure.
    public init(
        _ task: Task, format: TemplateFormat? = nil, isJSON: Bool = false, say: @escaping (String) -> Void,
        complain: @escaping (String) -> Void
    ) {
        (self.task, self.format, self.isJSON) = (task, format, isJSON)
        (self.say, self.complain) = (say, complain)
    }

    /// Does it.
    /// - Returns: whether every file was read, and written where that was asked for.
    public mutating func run(_ paths: [String]) -> Bool {
        switch task {
        case .inspect(let minutiae, let drawings): return each(paths) { $0.inspect($1, minutiae, drawings) }
        case .validate(let isStrict): return each(paths) { $0.validate($1, isStrict) }
        case .convert(let target, let output, let force, let day):
            return each(paths) { job, path in job.convert(path, target, output, force, day) }
        case .table:
            say(TemplateTable.head)
            for path in RecordFile.list(paths) { say(TemplateTable.row(inspection(path))) }
            return true
        }
    }

    private mutating func each(_ paths: [String], _ body: (inout TemplateJob, String) -> Bool) -> Bool {
        var isWell = true
        for path in paths where !body(&self, path) { isWell = false }
        return isWell
    }

    private func inspection(_ path: String) -> Inspection {
        let name = RecordFile.name(path)
        do throws(FileFault) {
            return Inspection(name: name, bytes: try RecordFile.read(path, as: format), as: format)
        } catch { return Inspection(name: name, fault: error) }
    }

    private func fail(_ path: String, _ fault: FileFault) -> Bool {
        let name = RecordFile.name(path)
        if isJSON {
            say(JSONValue.object(["file": .text(name), "error": fault.json]).line)
        } else {
            complain("\(Words.printable(name)): \(fault)")
        }
        return false
    }

    private mutating func inspect(_ path: String, _ minutiae: Bool, _ drawings: String?) -> Bool {
        let inspection = inspection(path)
        say(isJSON ? inspection.json(minutiae: minutiae) : inspection.text(minutiae: minutiae))
        guard let record = inspection.record else { return false }
        guard let drawings else { return true }
        do throws(FileFault) {
            try RecordFile.makeFolder(drawings)
            for index in record.views.indices {
                guard let drawing = ViewDrawing(record, view: index, name: inspection.name) else { continue }
                let place = free("\(drawings)/\(inspection.name)-\(index + 1)", "svg")
                try RecordFile.write(drawing.svg.utf8, to: place, force: true)
            }
            return true
        } catch {
            complain("\(Words.printable(inspection.name)): \(error)")
            return false
        }
    }

    /// A name that this run has not written yet: files of two folders may be called the same.
    private mutating func free(_ stem: String, _ ending: String) -> String {
        var place = "\(stem).\(ending)"
        var number = 2
        while !written.insert(place).inserted {
            place = "\(stem)-\(number).\(ending)"
            number += 1
        }
        return place
    }

    private func validate(_ path: String, _ isStrict: Bool) -> Bool {
        let verdict = Verdict(inspection(path), isStrict: isStrict)
        say(isJSON ? verdict.json : verdict.text)
        return verdict.isOK
    }

    private mutating func convert(
        _ path: String, _ target: TemplateFormat, _ output: Output, _ force: Bool, _ day: String
    ) -> Bool {
        do throws(FileFault) {
            let record = try inspection(path).outcome.get()
            let conversion = try RecordConversion(record, to: target, day: day)
            let place: String
            switch output {
            case .file(let file): place = file
            case .folder(let folder):
                try RecordFile.makeFolder(folder)
                let name = RecordFile.name(path)
                let stem = name.lastIndex(of: ".").map { $0 == name.startIndex ? name : String(name[..<$0]) } ?? name
                place = free("\(folder)/\(stem)", RecordConversion.ending(target))
            }
            try RecordFile.write(conversion.bytes, to: place, force: force)
            report(path, record.format, target, place, conversion)
            return true
        } catch { return fail(path, error) }
    }

    private func report(
        _ path: String, _ source: TemplateFormat, _ target: TemplateFormat, _ place: String,
        _ conversion: RecordConversion
    ) {
        let (name, losses) = (RecordFile.name(path), conversion.losses.map(\.rawValue))
        guard isJSON else {
            let lost = losses.isEmpty ? "nothing lost" : "lost: " + losses.joined(separator: ", ")
            let way = "\(source.token) to \(target.token)"
            return say("\(Words.printable(name)): \(way), \(lost): \(Words.printable(place))")
        }
        say(
            JSONValue.object([
                "file": .text(name), "from": .text(source.token), "to": .text(target.token),
                "output": .text(place), "bytes": .number(conversion.bytes.count),
                "losses": .array(losses.map(JSONValue.text)),
            ]).line)
    }
}
