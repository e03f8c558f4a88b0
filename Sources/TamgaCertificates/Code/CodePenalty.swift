/// How hard a pattern of modules would be to read (ISO/IEC 18004:2015, 7.8.3).
enum CodePenalty {
    static func of(_ matrix: CodeMatrix) -> Int {
        let size = matrix.size
        let rows = (0..<size).map { row in (0..<size).map { matrix[row, $0] } }
        let columns = (0..<size).map { column in (0..<size).map { matrix[$0, column] } }
        return (rows + columns).reduce(0) { $0 + runs($1) + finders($1) } + blocks(rows) + imbalance(matrix)
    }

    /// Five or more of one kind in a row: 3, and 1 for each beyond five.
    private static func runs(_ line: [Bool]) -> Int {
        var penalty = 0, length = 0
        for (index, module) in line.enumerated() {
            length = index > 0 && line[index - 1] == module ? length + 1 : 1
            if length == 5 { penalty += 3 }
            if length > 5 { penalty += 1 }
        }
        return penalty
    }

    /// What looks like a finder pattern, 1:1:3:1:1 with four light modules on one side: 40 for each such side. The
    /// quiet zone is light.
    private static func finders(_ line: [Bool]) -> Int {
        let quiet = [Bool](repeating: false, count: 4)
        let wide = quiet + line + quiet
        return (0...(wide.count - 11)).reduce(0) { penalty, start in
            let window = wide[start..<(start + 11)]
            return penalty + (window.elementsEqual(finder) || window.elementsEqual(finderTurned) ? 40 : 0)
        }
    }

    private static let core = [true, false, true, true, true, false, true]
    private static let finder = core + [false, false, false, false]
    private static let finderTurned = [false, false, false, false] + core

    /// Two by two of one kind: 3 each.
    private static func blocks(_ rows: [[Bool]]) -> Int {
        var penalty = 0
        for y in 1..<rows.count {
            for x in 1..<rows.count {
                let module = rows[y][x]
                if rows[y - 1][x] == module, rows[y][x - 1] == module, rows[y - 1][x - 1] == module { penalty += 3 }
            }
        }
        return penalty
    }

    /// 10 for each full 5 percent that the share of dark modules is away from half.
    private static func imbalance(_ matrix: CodeMatrix) -> Int {
        let all = matrix.size * matrix.size
        let dark = matrix.isDark.count { $0 }
        return abs(dark * 20 - all * 10) / all * 10
    }
}
