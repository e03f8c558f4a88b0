/// Columns of text, aligned, two spaces apart.
package struct Table {
    package enum Side: Sendable {
        case left
        case right
    }

    private let sides: [Side]
    private var rows: [[String]]

    package init(_ columns: [(String, Side)]) {
        sides = columns.map(\.1)
        rows = [columns.map(\.0)]
    }

    package mutating func add(_ row: [String]) { rows.append(row) }

    package var text: String {
        let widths = sides.indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
        return rows.map { row in
            let cells = row.indices.map { column in
                let space = String(repeating: " ", count: widths[column] - row[column].count)
                return sides[column] == .left ? row[column] + space : space + row[column]
            }
            let line = cells.joined(separator: "  ")
            return String(line.reversed().drop { $0 == " " }.reversed())
        }
        .joined(separator: "\n")
    }

    /// Names and values, one pair a line.
    package static func pairs(_ pairs: [(String, String)]) -> String {
        let width = pairs.map(\.0.count).max() ?? 0
        return pairs.map { $0.0 + String(repeating: " ", count: width - $0.0.count) + "  " + $0.1 }
            .joined(separator: "\n")
    }
}
