package import TamgaReporting

/// All figures of a run, in the order they were measured.
package final class BenchReport {
    package private(set) var figures: [Figure] = []
    /// What must not be: answers that differ, counters beyond their limit.
    package private(set) var failures: [String] = []

    package init() {}

    /// A median with its spread; nothing is null with a note.
    package func add(_ key: String, _ samples: Samples, note: String = "") {
        put(key, JSONValue(samples.median), samples.values.count > 1 ? samples.spread : nil, note)
    }

    package func add(_ key: String, _ value: JSONValue, note: String = "") { put(key, value, nil, note) }

    /// A figure that this run cannot give, and why.
    package func missing(_ key: String, because reason: String) { put(key, .null, nil, reason) }

    package func fail(_ what: String) { failures.append(what) }

    /// The number last put under a key; nil for none.
    package func number(_ key: String) -> Double? {
        guard case .number(let number)? = self[key]?.value else { return nil }
        return number
    }

    package subscript(key: String) -> Figure? { figures.first { $0.kind.key == key } }

    private func put(_ key: String, _ value: JSONValue, _ spread: Double?, _ note: String) {
        let figure = Figure(kind: .named(key), value: value, spread: spread, note: note)
        if let known = figures.firstIndex(where: { $0.kind.key == key }) {
            figures[known] = figure
        } else {
            figures.append(figure)
        }
    }
}

extension BenchReport {
    /// One flat object: the required keys, all of them, and the others that were measured.
    package func json() -> JSONValue {
        var members = Dictionary(uniqueKeysWithValues: FigureKind.required.map { ($0.key, JSONValue.null) })
        for figure in figures { members[figure.kind.key] = figure.value }
        return .object(members)
    }

    /// Every figure on a line: what, value, unit, spread, target and whether it is met, note.
    package func table() -> String {
        let missing = FigureKind.required.filter { self[$0.key] == nil }.map {
            Figure(kind: $0, value: .null, spread: nil, note: "not part of this run")
        }
        let required = FigureKind.required.compactMap { self[$0.key] } + missing
        let others = figures.filter { !FigureKind.required.contains($0.kind) }
        let head = Self.line("figure", "value", "unit", "spread", "target", "")
        return ([head] + required.map(Self.line) + [""] + others.map(Self.line)).joined(separator: "\n")
    }

    private static func line(_ figure: Figure) -> String {
        let mark = figure.isMet.map { $0 ? "met" : "MISSED" } ?? ""
        let target = figure.kind.target.map { "\($0.text) \(mark)" } ?? ""
        let spread = figure.spread.map { "\(Figure.short($0 * 100)) %" } ?? ""
        let note = figure.note.isEmpty ? figure.kind.title : "\(figure.kind.title); \(figure.note)"
        return line(figure.kind.key, figure.text, figure.kind.unit, spread, target, note)
    }

    private static func line(
        _ key: String, _ value: String, _ unit: String, _ spread: String, _ target: String, _ note: String
    ) -> String {
        let columns = [(key, 33), (value, 19), (unit, 7), (spread, 8), (target, 16)]
        let text = columns.map { $0 + String(repeating: " ", count: max(1, $1 - $0.count)) }.joined()
        return text + note
    }
}
