import ArgumentParser
import Foundation
import TamgaCommands
import TamgaRegistry

/// In which language people read the answer.
struct LanguageOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The language of the answer: kk, ru or en; else TAMGA_LANGUAGE, else en. JSON and errors do not depend on "
                + "it, apart from the texts of the law.",
            valueName: "kk|ru|en"))
    var language: String?

    /// - Throws: ``CommandError`` of status `usage`.
    var chosen: Language {
        get throws { try Language.chosen(language, environment: ProcessInfo.processInfo.environment) }
    }
}

/// Who is at the station.
struct OfficerOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The officer, for the history; not authenticated.", valueName: "name"))
    var officer: String?
}

/// Somebody before an officer.
struct SubjectArguments: ParsableArguments {
    @OptionGroup var finger: FingerOptions
    @Option(
        name: .customLong("not-taken"), parsing: .singleValue,
        help: ArgumentHelp(
            "A finger or palm that could not be taken, and why: missing, bandaged, amputated or damaged. May be "
                + "repeated.", valueName: "POSITION=REASON"))
    var notTaken: [String] = []
    @Option(
        name: .customLong("claim"), parsing: .singleValue,
        help: ArgumentHelp(
            "Who the person says to be: iin:NUMBER, document:ISSUER:NUMBER, names:FAMILY/GIVEN/BIRTH-DATE. May be "
                + "repeated.", valueName: "identifier"))
    var claims: [String] = []
    @Option(help: ArgumentHelp("citizen, foreigner or stateless.", valueName: "status"))
    var status: String?
    @Option(
        help: ArgumentHelp(
            "The ground of the law: seafarer-document, residence, identity-document, asylum, removal, visa or "
                + "voluntary. A certificate needs it.", valueName: "ground"))
    var ground: String?
    @Option(help: ArgumentHelp("Where, in words. A certificate needs it.", valueName: "text"))
    var place: String?
    @OptionGroup var officer: OfficerOptions
    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            "Searches of persons not registered that may name somebody, such as 1e-3; else as the server is set.",
            valueName: "share"))
    var fpir: String?

    var options: SubjectOptions {
        SubjectOptions(
            claims: claims, notTaken: notTaken, status: status, ground: ground, place: place, officer: officer.officer,
            fpir: fpir)
    }
}
