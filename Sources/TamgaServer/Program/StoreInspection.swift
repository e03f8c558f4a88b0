import Foundation
import TamgaTemplates

/// What a look at all of a store has found: the store's own findings and the templates that cannot be read.
public struct StoreInspection: Hashable, Sendable, Encodable {
    /// Something that is not as it should be; names rows by number, never a person.
    public struct Finding: Hashable, Sendable, Encodable {
        /// `structure`, `reference`, `checksum`, `count` or `template`.
        public let kind: String
        public let message: String
        /// The change number of the person concerned, where there is one.
        public let sequence: UInt64?

        /// A finding as the store or the reading of a template words it.
        public init(kind: String, message: String, sequence: UInt64?) {
            self.kind = kind
            self.message = message
            self.sequence = sequence
        }
    }

    public private(set) var isSound = true
    public private(set) var persons: UInt64
    public private(set) var records: UInt64
    /// The number of the last change.
    public private(set) var sequence: UInt64
    /// Templates that could be read.
    public private(set) var templates = 0
    /// The first ``findingsKept``.
    public private(set) var findings: [Finding] = []
    /// All of them.
    public private(set) var findingCount = 0

    /// Findings that are kept.
    public static let findingsKept = 1_000

    /// - Parameter sequence: the number of the last change.
    public init(persons: UInt64, records: UInt64, sequence: UInt64) {
        self.persons = persons
        self.records = records
        self.sequence = sequence
    }

    /// Counts a finding, and keeps it where there is room: see ``findingsKept``.
    public mutating func add(_ finding: Finding) {
        addUnlisted(1)
        if findings.count < Self.findingsKept { findings.append(finding) }
    }

    /// Counts findings that are known by number only.
    public mutating func addUnlisted(_ count: Int) {
        findingCount += count
        isSound = findingCount == 0
    }

    /// Reads a stored record; what cannot be read is a finding.
    ///
    /// - Parameters:
    ///   - index: of the record among the person's.
    ///   - sequence: the change that enrolled the person.
    public mutating func read(format: UInt16, record: [UInt8], index: Int, sequence: UInt64) {
        guard let known = TemplateFormat(rawValue: format) else {
            return add(
                Finding(
                    kind: "template", message: "record \(index) of change \(sequence): format \(format) is not known",
                    sequence: sequence))
        }
        do throws(TemplateError) {
            templates += try known.decode(record).views.count
        } catch {
            add(
                Finding(
                    kind: "template", message: "record \(index) of change \(sequence): \(error)", sequence: sequence))
        }
    }

    /// For people: a line for each finding, then the counts and the verdict.
    public var text: String {
        var lines = findings.map { "\($0.kind): \($0.message)" }
        if findingCount > findings.count { lines.append("... \(findingCount - findings.count) findings more") }
        lines.append("\(persons) persons, \(records) records, \(templates) templates, last change \(sequence)")
        lines.append(isSound ? "sound" : "damaged: \(findingCount) findings")
        return lines.joined(separator: "\n")
    }

    /// For programs: one line.
    public func json() throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(self), as: UTF8.self)
    }
}
