/// A label of a family and the values it may have: a closed set, known before anything is measured.
///
/// So the number of series is bounded whatever happens, and nothing of a request can ever become a label: what is not
/// among the values is counted under ``other``.
public struct MetricLabel: Hashable, Sendable {
    public let name: String
    /// Without ``other``, which every label has.
    public let values: [String]

    /// The value of whatever is not among the values.
    public static let other = "other"

    /// - Parameters:
    ///   - name: `[a-zA-Z_][a-zA-Z0-9_]*`, not beginning with two underscores; checked when a family is registered.
    ///   - values: any texts, each once; ``other`` may be among them.
    public init(_ name: String, _ values: [String]) {
        self.name = name
        self.values = values.filter { $0 != Self.other }
    }

    func check(in family: String) throws(MetricsError) {
        guard MetricName.isLabel(name) else {
            throw MetricsError(
                .invalidLabel, field: "\(family){\(name)}",
                "allowed: [a-zA-Z_][a-zA-Z0-9_]*, not beginning with __, none of le and quantile")
        }
        guard Set(values).count == values.count else {
            throw MetricsError(.invalidValues, field: "\(family){\(name)}", "a value is there twice, allowed: once")
        }
    }
}

/// The labels of a family, and each combination of their values as a number: 0 ..< count.
struct LabelSet: Sendable {
    let labels: [MetricLabel]
    private let numbers: [[String: Int]]

    /// Combinations of a family at most.
    static let limit = 65_536

    init(_ labels: [MetricLabel]) {
        self.labels = labels
        numbers = labels.map { label in
            Dictionary(label.values.enumerated().map { ($0.element, $0.offset) }) { first, _ in first }
        }
    }

    /// Combinations, with ``MetricLabel/other``; nil beyond ``limit``.
    static func count(_ labels: [MetricLabel]) -> Int? {
        var count = 1
        for label in labels {
            count *= label.values.count + 1
            guard count <= limit else { return nil }
        }
        return count
    }

    /// The number of these values, one for each label in their order. One that is missing or unknown is `other`, one
    /// too many is left out.
    func number(of values: [String]) -> Int {
        var number = 0
        for (index, label) in labels.enumerated() {
            let value = index < values.count ? numbers[index][values[index]] : nil
            number = number * (label.values.count + 1) + (value ?? label.values.count)
        }
        return number
    }

    /// Names and values of a number.
    func pairs(of number: Int) -> [(name: String, value: String)] {
        var rest = number
        var pairs: [(name: String, value: String)] = []
        for label in labels.reversed() {
            let value = rest % (label.values.count + 1)
            rest /= label.values.count + 1
            pairs.append((label.name, value < label.values.count ? label.values[value] : MetricLabel.other))
        }
        return pairs.reversed()
    }
}
