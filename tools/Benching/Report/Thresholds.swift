package import Foundation
package import TamgaReporting

/// What a deterministic run may cost and must answer: numbers are upper limits, texts must be equal.
package struct Thresholds: Hashable, Sendable {
    package let limits: [String: JSONValue]

    package init(limits: [String: JSONValue]) {
        self.limits = limits
    }

    /// Reads a flat JSON object of numbers and texts.
    package init(_ data: Data) throws {
        let read = try JSONDecoder().decode([String: Limit].self, from: data)
        limits = read.mapValues(\.value)
    }

    private struct Limit: Decodable {
        let value: JSONValue

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if let number = try? container.decode(Double.self) {
                value = .number(number)
            } else {
                value = .text(try container.decode(String.self))
            }
        }
    }

    /// In words what is beyond its limit, differs, or was not counted; in order of the keys.
    package func violations(by counters: [String: JSONValue]) -> [String] {
        limits.sorted { $0.key < $1.key }.compactMap { key, limit in
            guard let counter = counters[key] else { return "\(key): not counted" }
            switch (limit, Self.number(counter)) {
            case (.number(let most), let number?):
                return number <= most ? nil : "\(key): \(number), allowed at most \(most)"
            default:
                return counter == limit ? nil : "\(key): \(counter), expected \(limit)"
            }
        }
    }

    private static func number(_ value: JSONValue) -> Double? {
        switch value {
        case .number(let number): number
        case .integer(let number): Double(number)
        default: nil
        }
    }
}
