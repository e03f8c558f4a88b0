/// How the names of cases are put for people and programs.
package enum CaseName {
    /// The name of a case with hyphens: `liveScanPlain` is `live-scan-plain`.
    package static func hyphenated(_ name: some Any) -> String {
        var words = ""
        for letter in "\(name)" {
            if letter.isUppercase { words += "-" }
            words += letter.lowercased()
        }
        return words
    }
}
