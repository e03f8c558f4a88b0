internal import TamgaRegistry
package import TamgaTemplates

/// The value of one `--not-taken`: `right-middle=bandaged`.
package struct NotTakenOption: Hashable, Sendable {
    package let position: FingerPosition
    /// A raw value of `MissingReason`.
    package let reason: String

    /// - Throws: ``CommandError`` of status `usage`.
    package init(_ text: String) throws(CommandError) {
        let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2 else {
            throw .usage("it is not POSITION=REASON", field: Self.option, limit: "such as right-middle=bandaged")
        }
        guard let position = FingerPosition(nameOrCode: String(parts[0])), position.isNamed else {
            throw .usage(
                "it names no finger and no palm", field: Self.option,
                limit: (FingerPosition.fingers + FingerPosition.palms).map(\.name).joined(separator: " "))
        }
        self.position = position
        reason = try OptionValue.word(String(parts[1]), Self.option, as: MissingReason.self).rawValue
    }

    package static let option = "--not-taken"
}
