/// What a family of metrics is: its name, its type, what it says, and its labels. A value that measures nothing.
public struct MetricDefinition: Hashable, Sendable {
    /// What may be done with the numbers.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        /// Only grows, until the process ends. Its name ends in `_total`.
        case counter
        /// Goes up and down.
        case gauge
        /// Counts of observations, by how large they were.
        case histogram
    }

    public let name: String
    public let kind: Kind
    /// One sentence, any characters.
    public let help: String
    public let labels: [MetricLabel]

    /// - Parameters:
    ///   - name: `[a-zA-Z_:][a-zA-Z0-9_:]*` with the base unit at its end, `_total` after it for a counter; checked
    ///     when the family is registered.
    ///   - help: one sentence, any characters.
    public init(_ name: String, _ kind: Kind, _ help: String, labels: [MetricLabel] = []) {
        (self.name, self.kind, self.help, self.labels) = (name, kind, help, labels)
    }

    /// What a counter's name ends with.
    static let counterSuffix = "_total"

    /// The name of the family in OpenMetrics, where that of a counter is without its suffix.
    var family: String { kind == .counter ? String(name.dropLast(Self.counterSuffix.count)) : name }

    /// Every name that the family or one of its samples has in either format.
    var names: Set<String> {
        switch kind {
        case .counter: [name, family]
        case .gauge: [name]
        case .histogram: [name, "\(name)_bucket", "\(name)_sum", "\(name)_count"]
        }
    }

    func check() throws(MetricsError) {
        guard MetricName.isMetric(name) else {
            throw MetricsError(.invalidName, field: name, "allowed: [a-zA-Z_:][a-zA-Z0-9_:]*")
        }
        let isTotal = name.hasSuffix(Self.counterSuffix)
        guard isTotal == (kind == .counter), name != Self.counterSuffix else {
            throw MetricsError(.invalidName, field: name, "counters end in _total, and they alone")
        }
        for label in labels { try label.check(in: name) }
        guard Set(labels.map(\.name)).count == labels.count else {
            throw MetricsError(.invalidLabel, field: name, "a label is there twice, allowed: once")
        }
        guard LabelSet.count(labels) != nil else {
            throw MetricsError(
                .invalidValues, field: name, "too many combinations of values, allowed: \(LabelSet.limit)")
        }
    }
}
