import TamgaCrypto
import TamgaTemplates

/// The names in an archive.
enum ArchiveFile {
    static let manifest = "manifest.json"
    static let persons = "persons.jsonl"
    static let facts = "facts.jsonl"
    static let deletions = "deletions.jsonl"
    static let records = "records"

    /// The folders of records: an encounter's is the last two hexadecimal digits of its number.
    static let folders = (UInt8.min...UInt8.max).map { Hex.text([$0]) }

    static func folder(of encounter: UInt64) -> String { folders[Int(encounter & 0xFF)] }

    /// Where a record lies: made of numbers and of the format alone, never of a person's identifier.
    static func record(_ encounter: UInt64, _ ordinal: Int, format: UInt16) -> String {
        let kind = TemplateFormat(rawValue: format)?.token ?? "format-\(format)"
        return "\(records)/\(folder(of: encounter))/\(encounter)-\(ordinal).\(kind)"
    }

    /// The encounter in the name of a file of such a folder; nil where the name is not one.
    static func encounter(ofName name: String, in folder: String) -> UInt64? {
        let digits = name.prefix { $0 != "-" }
        guard let number = UInt64(digits), "\(number)" == digits, self.folder(of: number) == folder else { return nil }
        return number
    }
}
