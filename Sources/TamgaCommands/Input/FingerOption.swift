package import TamgaTemplates

/// The value of one `--finger`: `POSITION=FILE`, or `record=FILE` where the record itself says which finger it is.
package struct FingerOption: Hashable, Sendable {
    /// Nil: as the record says.
    package var position: FingerPosition?
    package var path: String

    /// - Throws: ``CommandError`` of status `usage`.
    package init(_ text: String) throws(CommandError) {
        guard let equals = text.firstIndex(of: "=") else {
            throw .usage("\(text) is not POSITION=FILE", field: "--finger")
        }
        let name = String(text[..<equals])
        path = String(text[text.index(after: equals)...])
        guard !path.isEmpty else { throw .usage("\(text) names no file", field: "--finger") }
        position = name == Self.asRecorded ? nil : FingerPosition(nameOrCode: name)
        guard position != nil || name == Self.asRecorded else {
            throw .usage("\(name) is not a finger position", field: "--finger", limit: Self.allowed)
        }
    }

    /// The word that leaves the position to the record.
    package static let asRecorded = "record"

    private static let allowed =
        FingerPosition.allCases.map(\.name).joined(separator: " ") + ", 0 to 10, 20, 21, 23, or \(asRecorded)"
}
