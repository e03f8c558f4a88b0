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

extension CommandError {
    /// The error with the name of the finger where it says `finger[INDEX]`: who has given ten need not count.
    ///
    /// - Parameter names: of all fingers that were sent, in their order.
    func naming(fingers names: [String]) -> CommandError {
        guard let field, field.hasPrefix("finger["), let end = field.firstIndex(of: "]"),
            let index = Int(field[..<end].dropFirst("finger[".count)), names.indices.contains(index)
        else { return self }
        var named = self
        named.message = "\(names[index]): \(message)"
        return named
    }

    /// The same by what `--finger` was given: position and file.
    ///
    /// - Parameter arguments: those of the program.
    package func naming(fingersOf arguments: [String]) -> CommandError {
        naming(fingers: FingerOption.values(in: arguments))
    }
}

extension FingerOption {
    /// What `--finger` was given, in its order.
    fileprivate static func values(in arguments: [String]) -> [String] {
        let option = "--finger"
        return arguments.indices.compactMap { index in
            let argument = arguments[index]
            if argument.hasPrefix("\(option)=") { return String(argument.dropFirst(option.count + 1)) }
            return argument == option && index + 1 < arguments.count ? arguments[index + 1] : nil
        }
    }
}
