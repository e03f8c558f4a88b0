import Foundation

/// docs/LAW.md as the tests read it: its tables by heading, cells without their code marks.
struct LawPage {
    private(set) var tables: [String: [[String]]] = [:]

    init() throws {
        var root = URL(filePath: #filePath).resolvingSymlinksInPath()
        for _ in 0..<5 { root.deleteLastPathComponent() }
        let text = try String(contentsOf: root.appending(path: "docs/LAW.md"), encoding: .utf8)
        var heading = ""
        for line in text.split(separator: "\n") {
            if line.hasPrefix("#") {
                heading = String(line.drop { $0 == "#" || $0 == " " })
            } else if line.hasPrefix("| "), !line.hasPrefix("| ---") {
                tables[heading, default: []].append(Self.cells(line))
            }
        }
    }

    private static func cells(_ line: Substring) -> [String] {
        line.split(separator: "|").map { $0.filter { $0 != "`" }.trimmingCharacters(in: .whitespaces) }
    }

    /// The rows under a heading, without the row of column names.
    func rows(_ heading: String) -> [[String]] { Array((tables[heading] ?? []).dropFirst()) }
}
