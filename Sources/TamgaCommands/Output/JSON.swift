/// A JSON value whose members keep their order.
package indirect enum JSON: Sendable {
    case null
    case bool(Bool)
    /// A number, as it is written.
    case number(String)
    case string(String)
    case array([JSON])
    case object([(String, JSON)])

    /// A string, or null.
    package init(_ text: String?) {
        self = text.map(JSON.string) ?? .null
    }

    /// An integer.
    package static func integer(_ value: some BinaryInteger) -> JSON { .number("\(value)") }

    /// Thousandths as a decimal number with three digits: -301 is `-0.301`.
    package static func thousandths(_ value: some BinaryInteger) -> JSON { .number(Decimal3(value).text) }

    /// The value on one line, without spaces.
    package var text: String {
        switch self {
        case .null: "null"
        case .bool(let value): value ? "true" : "false"
        case .number(let text): text
        case .string(let text): Self.quoted(text)
        case .array(let values): "[" + values.map(\.text).joined(separator: ",") + "]"
        case .object(let members):
            "{" + members.map { "\(Self.quoted($0.0)):\($0.1.text)" }.joined(separator: ",") + "}"
        }
    }

    private static func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            case "\n": quoted += "\\n"
            case "\t": quoted += "\\t"
            case "\r": quoted += "\\r"
            case _ where scalar.value < 0x20:
                let digits = String(scalar.value, radix: 16)
                quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }
}

/// A count of thousandths, written as a decimal number with three digits.
package struct Decimal3 {
    package let text: String

    package init(_ thousandths: some BinaryInteger) {
        let digits = "\(thousandths.magnitude)"
        let padded = String(repeating: "0", count: max(0, 4 - digits.count)) + digits
        text = "\(thousandths < 0 ? "-" : "")\(padded.dropLast(3)).\(padded.suffix(3))"
    }

    /// A measured figure, rounded.
    package init(rounding value: Double) {
        self.init(Int64((value * 1_000).rounded()))
    }
}
