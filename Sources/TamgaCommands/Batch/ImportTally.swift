package import TamgaWire

/// What a bulk enrolment came to.
package struct ImportTally: Sendable {
    package private(set) var enrolled = 0
    package private(set) var templates = 0
    /// Persons who were enrolled although a template of theirs is poor.
    package private(set) var poor = 0
    package private(set) var refusals: [(item: BatchItem, error: CommandError)] = []
    package let misfits: [Misfit]
    package let leftOut: Int

    package init(misfits: [Misfit], leftOut: Int) {
        self.misfits = misfits
        self.leftOut = leftOut
    }

    /// Persons enrolled or not so far.
    package var persons: Int { enrolled + refusals.count }

    package mutating func add(_ item: BatchItem, _ result: Result<Enrolled, CommandError>) {
        switch result {
        case .success(let answer):
            enrolled += 1
            templates += Int(answer.references)
            poor += answer.warnings.isEmpty ? 0 : 1
        case .failure(let error): refusals.append((item, error))
        }
    }

    package func json(seconds: Double) -> JSON {
        .object([
            ("enrolled", .integer(enrolled)), ("templates", .integer(templates)),
            ("refused", .array(refusals.map(Self.json))),
            (
                "misfits",
                .array(misfits.map { .object([("file", .string($0.name)), ("reason", .string($0.reason))]) })
            ),
            ("poor", .integer(poor)),
            ("left_out", .integer(leftOut)), ("seconds", .number(Decimal3(rounding: seconds).text)),
            ("persons_per_second", .number(perSecond(enrolled, seconds))),
        ])
    }

    package func text(seconds: Double) -> String {
        "persons enrolled: \(enrolled), with templates: \(templates)" + poorText
            + ", in \(Decimal3(rounding: seconds).text) s: "
            + "\(perSecond(enrolled, seconds)) persons/s; "
            + "persons failed: \(refusals.count), files that do not fit the layout: \(misfits.count)"
    }

    private var poorText: String { poor == 0 ? "" : " (persons with a poor template: \(poor))" }

    private static func json(_ refusal: (item: BatchItem, error: CommandError)) -> JSON {
        .object([
            ("person", .string(refusal.item.person)),
            ("files", .array(refusal.item.files.map { .string($0.name) })),
            ("code", .string(refusal.error.code)), ("message", .string(refusal.error.message)),
        ])
    }
}
