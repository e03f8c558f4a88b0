/// One place that breaks a rule of the house, and how to mend it.
struct Finding: Hashable, CustomStringConvertible {
    var rule: String
    var path: String
    /// Counted from 1; 0 where the whole file or folder is meant.
    var line: Int
    var message: String
    var fix: String

    var description: String {
        "\(path)\(line > 0 ? ":\(line)" : ""): \(rule): \(message)\n    fix: \(fix)"
    }
}
