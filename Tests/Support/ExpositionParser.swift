/// A strict reader of the Prometheus text format 0.0.4 and of OpenMetrics 1.0.0: every line has to be as the format's
/// definition says, and every family whole. Written from the definitions, not from the code that writes.
package struct ExpositionParser {
    package struct Sample: Hashable, Sendable {
        package var name: String
        package var labels: [String: String]
        package var value: Double
    }

    package struct Family: Hashable, Sendable {
        package var name: String
        package var type: String
        package var help: String
        package var samples: [Sample]
    }

    package struct Failure: Error, Hashable, CustomStringConvertible {
        package var line: Int
        package var message: String
        package var description: String { "line \(line): \(message)" }
    }

    private let isOpenMetrics: Bool
    private var families: [Family] = []
    private var lineNumber = 0
    private var helped: (name: String, text: String)?
    private var isEnded = false

    /// The families of a page, in its order.
    package static func parse(_ text: String, openMetrics: Bool) throws(Failure) -> [Family] {
        var parser = ExpositionParser(isOpenMetrics: openMetrics)
        return try parser.parse(text)
    }

    private init(isOpenMetrics: Bool) { self.isOpenMetrics = isOpenMetrics }

    private mutating func parse(_ text: String) throws(Failure) -> [Family] {
        let bytes = Array(text.utf8)
        guard bytes.isEmpty || bytes.last == 10 else { throw failure("the last line has no end") }
        guard !bytes.contains(13) else { throw failure("a carriage return: lines end with a line feed") }
        for line in bytes.dropLast().split(separator: 10, omittingEmptySubsequences: false) where !bytes.isEmpty {
            lineNumber += 1
            guard !isEnded else { throw failure("something after the end") }
            try read(Array(line))
        }
        guard helped == nil else { throw failure("a HELP without its TYPE") }
        guard isEnded == isOpenMetrics else { throw failure("OpenMetrics ends with # EOF, and it alone") }
        for family in families { try check(family) }
        return families
    }

    private mutating func read(_ line: [UInt8]) throws(Failure) {
        let text = String(decoding: line, as: UTF8.self)
        if text == "# EOF", isOpenMetrics {
            isEnded = true
        } else if text.hasPrefix("# HELP ") {
            try help(text)
        } else if text.hasPrefix("# TYPE ") {
            try type(text)
        } else if text.hasPrefix("#") {
            throw failure("a comment nobody asked for")
        } else {
            try sample(line)
        }
    }

    private mutating func help(_ text: String) throws(Failure) {
        let parts = text.split(separator: " ", maxSplits: 3, omittingEmptySubsequences: false)
        guard parts.count == 4, Self.isName(parts[2], colons: true) else { throw failure("not # HELP NAME TEXT") }
        guard helped == nil else { throw failure("a HELP after a HELP") }
        var cursor = Cursor(Array(parts[3].utf8))
        let escapes: [UInt8: UInt8] = isOpenMetrics ? [92: 92, 110: 10, 34: 34] : [92: 92, 110: 10]
        helped = (String(parts[2]), try escaped(&cursor, until: nil, escapes))
    }

    private mutating func type(_ text: String) throws(Failure) {
        let parts = text.split(separator: " ", omittingEmptySubsequences: false)
        guard parts.count == 4, ["counter", "gauge", "histogram"].contains(parts[3]) else {
            throw failure("not # TYPE NAME counter|gauge|histogram")
        }
        guard let helped, helped.name == parts[2] else { throw failure("a TYPE without its HELP right before it") }
        guard !families.contains(where: { $0.name == helped.name }) else { throw failure("a family twice") }
        families.append(Family(name: helped.name, type: String(parts[3]), help: helped.text, samples: []))
        self.helped = nil
    }

    /// `name [ "{" label [ "," label ]* "}" ] " " value`, without a time.
    private mutating func sample(_ line: [UInt8]) throws(Failure) {
        guard helped == nil, !families.isEmpty else { throw failure("a sample outside of its family") }
        var cursor = Cursor(line)
        let name = cursor.take { Self.isNameByte($0) }
        guard Self.isName(Substring(name), colons: true) else { throw failure("not a name: \(name)") }
        var labels: [String: String] = [:]
        if cursor.skip(123) {
            repeat {
                let label = cursor.take { Self.isNameByte($0) }
                guard Self.isName(Substring(label), colons: false), cursor.skip(61), cursor.skip(34) else {
                    throw failure("not NAME=\"VALUE\"")
                }
                guard labels[label] == nil else { throw failure("label \(label) twice") }
                labels[label] = try escaped(&cursor, until: 34, [92: 92, 110: 10, 34: 34])
            } while cursor.skip(44)
            guard cursor.skip(125) else { throw failure("labels without their end") }
        }
        guard cursor.skip(32) else { throw failure("no space before the value") }
        let sample = Sample(name: name, labels: labels, value: try number(cursor.rest))
        let family = families[families.count - 1]
        guard Self.names(of: family, isOpenMetrics).contains(name) else {
            throw failure("\(name) is not of family \(family.name)")
        }
        guard !family.samples.contains(where: { $0.name == name && $0.labels == labels }) else {
            throw failure("a series twice")
        }
        families[families.count - 1].samples.append(sample)
    }

    private func number(_ text: String) throws(Failure) -> Double {
        switch text {
        case "+Inf": return .infinity
        case "-Inf": return -.infinity
        case "NaN": return .nan
        default:
            guard text.utf8.allSatisfy({ "0123456789+-.e".utf8.contains($0) }), let number = Double(text) else {
                throw failure("not a number: \(text)")
            }
            return number
        }
    }

    private func escaped(
        _ cursor: inout Cursor, until end: UInt8?, _ escapes: [UInt8: UInt8]
    ) throws(Failure) -> String {
        var bytes: [UInt8] = []
        while let byte = cursor.next() {
            if byte == end { return String(decoding: bytes, as: UTF8.self) }
            guard byte == 92 else {
                bytes.append(byte)
                continue
            }
            guard let escape = cursor.next(), let meant = escapes[escape] else { throw failure("an escape of nothing") }
            bytes.append(meant)
        }
        guard end == nil else { throw failure("a value without its end") }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func names(of family: Family, _ isOpenMetrics: Bool) -> [String] {
        switch family.type {
        case "counter": [isOpenMetrics ? "\(family.name)_total" : family.name]
        case "histogram": ["\(family.name)_bucket", "\(family.name)_sum", "\(family.name)_count"]
        default: [family.name]
        }
    }

    fileprivate func failure(_ message: String) -> Failure { Failure(line: lineNumber, message: message) }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        switch byte {
        case 48...57, 65...90, 97...122, 95, 58: true
        default: false
        }
    }

    private static func isName(_ text: Substring, colons: Bool) -> Bool {
        guard let first = text.utf8.first, !(48...57).contains(first) else { return false }
        return text.utf8.allSatisfy { isNameByte($0) && (colons || $0 != 58) }
    }
}

// What holds of a family as a whole.
extension ExpositionParser {
    private func check(_ family: Family) throws(Failure) {
        switch family.type {
        case "counter":
            guard family.samples.allSatisfy({ $0.value >= 0 && $0.value.isFinite }) else {
                throw failure("\(family.name): a counter below 0")
            }
            guard isOpenMetrics || family.name.hasSuffix("_total") else {
                throw failure("\(family.name): a counter without _total")
            }
        case "histogram": try checkHistogram(family)
        default: break
        }
    }

    private func checkHistogram(_ family: Family) throws(Failure) {
        var series: [[String: String]: [Sample]] = [:]
        for sample in family.samples { series[sample.labels.filter { $0.key != "le" }, default: []].append(sample) }
        for (labels, samples) in series {
            let buckets = samples.filter { $0.name == "\(family.name)_bucket" }
            let bounds = try buckets.map { bucket throws(Failure) in try number(bucket.labels["le"] ?? "none") }
            let counts = buckets.map(\.value)
            guard zip(bounds, bounds.dropFirst()).allSatisfy({ $0 < $1 }), bounds.last == .infinity else {
                throw failure("\(family.name) \(labels): bounds do not ascend to +Inf")
            }
            guard zip(counts, counts.dropFirst()).allSatisfy({ $0 <= $1 }) else {
                throw failure("\(family.name) \(labels): buckets are not cumulative")
            }
            guard samples.count == buckets.count + 2, samples.first(where: { $0.name == "\(family.name)_count" })?.value
                == counts.last, samples.contains(where: { $0.name == "\(family.name)_sum" })
            else { throw failure("\(family.name) \(labels): sum or count is missing, or the count is another") }
        }
    }

    /// Bytes, one after the other.
    private struct Cursor {
        private let bytes: [UInt8]
        private var index = 0

        init(_ bytes: [UInt8]) { self.bytes = bytes }

        mutating func next() -> UInt8? {
            guard index < bytes.count else { return nil }
            defer { index += 1 }
            return bytes[index]
        }

        mutating func skip(_ byte: UInt8) -> Bool {
            guard index < bytes.count, bytes[index] == byte else { return false }
            index += 1
            return true
        }

        mutating func take(_ holds: (UInt8) -> Bool) -> String {
            let start = index
            while index < bytes.count, holds(bytes[index]) { index += 1 }
            return String(decoding: bytes[start..<index], as: UTF8.self)
        }

        var rest: String { String(decoding: bytes[index...], as: UTF8.self) }
    }
}

extension [ExpositionParser.Family] {
    /// The value of a series; nil where there is none.
    package func value(_ name: String, _ labels: [String: String] = [:]) -> Double? {
        lazy.flatMap(\.samples).first { $0.name == name && $0.labels == labels }?.value
    }

    /// The sum over all series of a name that have these labels among theirs.
    package func sum(_ name: String, _ labels: [String: String] = [:]) -> Double {
        flatMap(\.samples).filter { sample in
            sample.name == name && labels.allSatisfy { sample.labels[$0.key] == $0.value }
        }
        .reduce(0) { $0 + $1.value }
    }
}
