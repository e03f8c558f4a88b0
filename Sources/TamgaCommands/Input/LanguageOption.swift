package import TamgaRegistry

extension Language {
    /// Where neither the option nor the environment names one.
    package static let usual = Language.english
    /// The variable of the environment.
    package static let variable = "TAMGA_LANGUAGE"

    /// The language of an answer: as the option says, else as the environment says, else English.
    ///
    /// - Throws: ``CommandError`` of status `usage` naming the option or the variable; a language that we do not have
    ///   is never replaced by another.
    package static func chosen(
        _ option: String?, environment: [String: String]
    ) throws(CommandError) -> Language {
        if let option { return try OptionValue.word(option, "--language") }
        guard let text = environment[variable], !text.isEmpty else { return usual }
        return try OptionValue.word(text, variable)
    }
}
