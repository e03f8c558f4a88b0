package import TamgaWire

extension FactReference {
    /// A place in the history as the command line writes it, `12.0`.
    package var text: String { "\(number).\(ordinal)" }

    /// Reads `12.0`.
    ///
    /// - Throws: ``CommandError`` of status `usage` naming the option.
    package init(_ text: String, option: String) throws(CommandError) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 2, let number = Self.number(parts[0], UInt64.self),
            let ordinal = Self.number(parts[1], UInt16.self)
        else {
            throw .usage(
                "it is not the place of a fact", field: option,
                limit: "NUMBER.ORDINAL as the answers name it, such as 12.0")
        }
        self.init(number: number, ordinal: ordinal)
    }

    /// Digits only: no sign, no space.
    private static func number<Number: FixedWidthInteger>(_ text: Substring, _: Number.Type) -> Number? {
        text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } ? Number(text) : nil
    }
}

extension FactReference {
    /// Whether it stands behind the other in the history.
    func isAfter(_ other: FactReference) -> Bool {
        (number, ordinal) > (other.number, other.ordinal)
    }
}
