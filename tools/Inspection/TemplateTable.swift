public import TamgaTemplates

/// The Markdown table of what became of a set of files: `tamga-template table`, and docs/TEMPLATES.md.
public enum TemplateTable {
    /// The two lines above the rows.
    public static let head = """
        | file | format | views | minutiae | how it was read, or why it was refused |
        |---|---|---|---|---|
        """

    /// The row of one file: its format, the positions and the number of minutiae of its views, and `as it stands`,
    /// `with: DEVIATIONS` or `refused: ERROR`.
    public static func row(_ inspection: Inspection) -> String {
        let record = inspection.record
        let cells = [
            inspection.name, inspection.format?.title ?? "",
            record.map { $0.views.map(\.position.name).joined(separator: ", ") } ?? "",
            record.map { $0.views.map { "\($0.minutiae.count)" }.joined(separator: ", ") } ?? "",
            Verdict(inspection).tableText,
        ]
        return "| " + cells.map(cell).joined(separator: " | ") + " |"
    }

    /// The row of one file's bytes.
    public static func row(name: String, bytes: [UInt8], as format: TemplateFormat? = nil) -> String {
        row(Inspection(name: name, bytes: bytes, as: format))
    }

    private static func cell(_ text: String) -> String {
        let safe = Words.printable(text).replacing("|", with: "\\|")
        return safe.isEmpty ? "-" : safe
    }
}

/// What became of a file, in a few words.
public struct Verdict: Sendable {
    private let inspection: Inspection
    /// Whether deviations count as refusals.
    private let isStrict: Bool

    /// The verdict over a file; strictly, over one that deviates as well.
    public init(_ inspection: Inspection, isStrict: Bool = false) {
        (self.inspection, self.isStrict) = (inspection, isStrict)
    }

    private var deviations: [TemplateDeviation] { inspection.record?.deviations ?? [] }
    private var list: String { deviations.map(\.description).joined(separator: ", ") }

    /// Whether it was read, strictly: without deviation.
    public var isOK: Bool { inspection.fault == nil && !(isStrict && !deviations.isEmpty) }

    /// `FILE: ok`, `FILE: ok with deviations: ...`, or what is wrong.
    public var text: String {
        let name = Words.printable(inspection.name)
        if let fault = inspection.fault { return "\(name): \(fault)" }
        if deviations.isEmpty { return "\(name): ok" }
        return isOK ? "\(name): ok with deviations: \(list)" : "\(name): refused for deviations: \(list)"
    }

    var tableText: String {
        if let fault = inspection.fault { return "refused: \(fault)" }
        return deviations.isEmpty ? "as it stands" : "with: \(list)"
    }

    /// The same as a JSON object: `file`, `ok`, `format`, `deviations`, `error`.
    public var json: String {
        var members: [String: JSONValue] = [
            "file": .text(inspection.name), "ok": .flag(isOK), "deviations": .array(deviations.map(\.json)),
        ]
        members["format"] = inspection.format.map { .text($0.token) }
        members["error"] = inspection.fault?.json
        return JSONValue.object(members).line
    }
}
