import TamgaWire

/// A limit of the server that an operator may set by its name.
public struct NamedLimit: Sendable {
    /// What a limit counts.
    public enum Unit: String, Sendable, CaseIterable {
        case connections, requests, bytes, milliseconds, records, candidates, lines
    }

    /// Lower-case words with dashes in between.
    public let name: String
    public let unit: Unit
    /// What it may be set to, in its unit. Whether the limits fit together is another matter: ``ServerLimits/check()``.
    public let allowed: ClosedRange<Int>
    /// For people: what it is about, and what happens beyond it.
    public let meaning: String
    private let read: @Sendable (ServerLimits) -> Int
    let write: @Sendable (inout ServerLimits, Int) -> Void

    /// What it is where nobody says otherwise.
    public var usual: Int { value(in: ServerLimits()) }

    /// What it is there, in its unit.
    public func value(in limits: ServerLimits) -> Int { read(limits) }

    /// - Parameter field: where it is kept.
    init<Number: BinaryInteger & SendableMetatype>(
        _ name: String, _ unit: Unit, _ allowed: ClosedRange<Int>,
        _ field: any WritableKeyPath<ServerLimits, Number> & Sendable, _ meaning: String
    ) {
        (self.name, self.unit, self.allowed, self.meaning) = (name, unit, allowed, meaning)
        read = { Int($0[keyPath: field]) }
        write = { $0[keyPath: field] = Number($1) }
    }

    /// A time, in milliseconds up to a day.
    init(
        _ name: String, _ field: any WritableKeyPath<ServerLimits, Duration> & Sendable, least: Int = 1,
        _ meaning: String
    ) {
        (self.name, self.unit, self.meaning) = (name, .milliseconds, meaning)
        allowed = least...WireLimits.statedMilliseconds.upperBound
        read = { $0[keyPath: field].wholeMilliseconds }
        write = { $0[keyPath: field] = .milliseconds($1) }
    }
}

extension ServerLimits {
    /// Sets one limit.
    ///
    /// - Parameter text: `NAME=VALUE`, as `idle-time=60000`.
    /// - Throws: ``ServerError`` of code `invalidLimits` that names the limit and what it may be.
    public mutating func set(_ text: String) throws(ServerError) {
        let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2 else {
            throw ServerError(.invalidLimits, "limit \"\(text)\": allowed: NAME=VALUE")
        }
        guard let limit = NamedLimit.all.first(where: { $0.name == parts[0] }) else {
            let names = NamedLimit.all.map(\.name).joined(separator: ", ")
            throw ServerError(.invalidLimits, "limit \"\(parts[0])\" is unknown, allowed: \(names)")
        }
        guard let value = Int(parts[1]), limit.allowed.contains(value) else {
            throw ServerError(
                .invalidLimits,
                "limit \(limit.name) is \"\(parts[1])\", allowed: \(limit.allowed.lowerBound) to "
                    + "\(limit.allowed.upperBound) \(limit.unit.rawValue)")
        }
        limit.write(&self, value)
    }
}
