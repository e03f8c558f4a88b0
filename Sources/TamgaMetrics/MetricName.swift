/// What the format allows as a name.
///
/// Source: Prometheus, "Metric names and labels" and "Exposition formats", text format 0.0.4.
enum MetricName {
    /// `[a-zA-Z_:][a-zA-Z0-9_:]*`
    static func isMetric(_ text: String) -> Bool { isName(text, colons: true) }

    /// `[a-zA-Z_][a-zA-Z0-9_]*`; names that begin with two underscores are the collector's own, `le` and `quantile` the
    /// format's.
    static func isLabel(_ text: String) -> Bool {
        isName(text, colons: false) && !text.hasPrefix("__") && text != "le" && text != "quantile"
    }

    private static func isName(_ text: String, colons: Bool) -> Bool {
        guard let first = text.utf8.first, !isDigit(first) else { return false }
        return text.utf8.allSatisfy { byte in
            isDigit(byte) || isLetter(byte) || byte == UInt8(ascii: "_") || colons && byte == UInt8(ascii: ":")
        }
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }
}
