import ArgumentParser
import TamgaServer
import TamgaStore
import TamgaStoreSQLite

struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Reads all of a data directory and says what is damaged; changes no data.",
        discussion: "Exit status: 0 sound, 1 damaged or not readable, 2 wrong usage.")

    @Option(help: "The data directory; a server may be using it.")
    var data: String
    @OptionGroup var keys: KeyOptions
    @Flag(help: "Print one line of JSON.")
    var json = false

    func run() throws {
        let store = try SQLiteStore(directory: data, keys: keys.ring(), access: .readOnly)
        defer { store.close() }
        let report = try store.check()
        var inspection = StoreInspection(report)
        do throws(StoreError) {
            try store.scan { person throws(StoreError) in inspection.read(person) }
        } catch {
            // The store's own check has named the row; this says no more where it has.
            if inspection.isSound { inspection.add(.init(error)) }
        }
        Terminal.write((json ? try inspection.json() : inspection.text) + "\n")
        if !inspection.isSound { throw ExitCode.failure }
    }
}

extension StoreInspection {
    fileprivate init(_ report: StoreReport) {
        self.init(
            persons: report.counts.persons, records: report.counts.records, sequence: report.counts.sequence)
        for finding in report.findings {
            add(Finding(kind: finding.kind.rawValue, message: finding.message, sequence: finding.sequence))
        }
        addUnlisted(report.findingCount - report.findings.count)
    }

    fileprivate mutating func read(_ person: PersonRecord) {
        for (index, record) in person.records.enumerated() {
            read(format: record.format, record: record.bytes, index: index, sequence: person.sequence)
        }
    }
}

extension StoreInspection.Finding {
    fileprivate init(_ error: StoreError) {
        self.init(kind: error.code.rawValue, message: error.description, sequence: error.sequence)
    }
}
