/// The two text formats that collectors read.
public enum ExpositionFormat: Hashable, Sendable, CaseIterable {
    /// Prometheus, text format 0.0.4.
    case prometheus
    /// OpenMetrics 1.0.0.
    case openMetrics

    /// The value of `Content-Type`.
    public var contentType: String {
        switch self {
        case .prometheus: "text/plain; version=0.0.4; charset=utf-8"
        case .openMetrics: "application/openmetrics-text; version=1.0.0; charset=utf-8"
        }
    }

    /// What a collector gets that says this in `Accept`: OpenMetrics where it is named and not refused, else the older
    /// format, which every collector reads.
    public static func accepted(by header: String) -> ExpositionFormat {
        let names = header.split(separator: ",").contains { item in
            let parts = item.split(separator: ";").map { $0.filter { $0 != " " && $0 != "\t" }.lowercased() }
            let isRefused = parts.dropFirst().contains { $0.hasPrefix("q=0") && $0.allSatisfy { "q=0.".contains($0) } }
            return parts.first == "application/openmetrics-text" && !isRefused
        }
        return names ? .openMetrics : .prometheus
    }
}

/// A page in the making.
struct ExpositionPage {
    let format: ExpositionFormat
    private(set) var text = ""

    init(_ format: ExpositionFormat) { self.format = format }

    /// The head of a family; its samples have to follow at once.
    mutating func begin(_ definition: MetricDefinition) {
        let name = format == .openMetrics ? definition.family : definition.name
        text += "# HELP \(name) \(escaped(help: definition.help))\n"
        text += "# TYPE \(name) \(definition.kind.rawValue)\n"
    }

    mutating func sample(_ name: String, _ labels: [(name: String, value: String)], _ value: Double) {
        line(name, labels, Self.text(value))
    }

    /// Whole numbers as they are, however large.
    mutating func sample(_ name: String, _ labels: [(name: String, value: String)], _ value: some BinaryInteger) {
        line(name, labels, "\(value)")
    }

    /// Buckets count what is within their bound, all smaller ones with it; the last is of everything.
    mutating func histogram(
        _ name: String, _ labels: [(name: String, value: String)], _ reading: Histogram.Reading, _ buckets: Buckets
    ) {
        var count: UInt64 = 0
        for (bound, own) in zip(buckets.bounds, reading.counts) {
            count &+= own
            sample("\(name)_bucket", labels + [("le", Self.bound(buckets.inUnits(bound)))], count)
        }
        sample("\(name)_bucket", labels + [("le", "+Inf")], reading.count)
        sample("\(name)_sum", labels, buckets.inUnits(reading.sum))
        sample("\(name)_count", labels, reading.count)
    }

    /// Says that nothing is missing, where the format has a word for it.
    mutating func end() {
        if format == .openMetrics { text += "# EOF\n" }
    }

    private mutating func line(_ name: String, _ labels: [(name: String, value: String)], _ value: String) {
        text += name
        if !labels.isEmpty {
            text += "{" + labels.map { "\($0.name)=\"\(Self.escaped(label: $0.value))\"" }.joined(separator: ",") + "}"
        }
        text += " \(value)\n"
    }

    /// Bounds with a point, as OpenMetrics wants them: the same text in both formats is the same series.
    private static func bound(_ value: Double) -> String { "\(value)" }

    /// The shortest decimal that is this number; whole numbers without a point.
    static func text(_ value: Double) -> String {
        if value.isNaN { return "NaN" }
        if value.isInfinite { return value < 0 ? "-Inf" : "+Inf" }
        return Int64(exactly: value).map { "\($0)" } ?? "\(value)"
    }

    static func escaped(label text: String) -> String { escaped(text, quotes: true) }

    /// OpenMetrics escapes quotation marks in it, the older format must not.
    private func escaped(help text: String) -> String { Self.escaped(text, quotes: format == .openMetrics) }

    /// By scalars: to Swift, a carriage return and a line feed are one character.
    private static func escaped(_ text: String, quotes: Bool) -> String {
        var escaped = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\": escaped += "\\\\"
            case "\n": escaped += "\\n"
            case "\"" where quotes: escaped += "\\\""
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }
}
