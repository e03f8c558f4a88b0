package import Foundation

/// Measures the rows of the table; a set that several rows have is read and compared once.
package struct TableRunner {
    private let data: URL
    private let bootstrap: Bootstrap
    private let progress: any RunProgress
    private var sets: [String: Dataset] = [:]
    private var compared: [String: Verification] = [:]

    package init(data: URL, bootstrap: Bootstrap, progress: any RunProgress) {
        (self.data, self.bootstrap, self.progress) = (data, bootstrap, progress)
    }

    /// Whether every set of the row is there and holds a template.
    package mutating func hasData(for row: TableRow) throws -> Bool {
        for path in row.probes + [row.references].compactMap(\.self) {
            guard FileManager.default.fileExists(atPath: data.appendingPathComponent(path).path) else { return false }
            if try dataset(path).samples.isEmpty { return false }
        }
        return true
    }

    /// Files of the sets read so far that hold no template that could be read, by path below the data folder.
    package var unreadable: [(path: String, reason: String)] {
        sets.sorted { $0.key < $1.key }.flatMap { path, set in
            set.unreadable.map { ("\(path)/\($0.name)", $0.reason) }
        }
    }

    /// Verification and identification of a row.
    package mutating func run(_ row: TableRow) throws -> TableResult {
        let sets = try verificationSets(row, turnedByDegrees: 0)
        let rules = IdentificationRules(fingers: row.fingers)
        return TableResult(
            row: row, verification: try verification(row),
            identification: try Identification(sets, rules: rules, bootstrap: bootstrap, progress: progress))
    }

    /// FNMR of a row's sets with every probe turned by each angle, without intervals.
    package mutating func turns(_ row: TableRow, degrees: [Double]) throws -> TurnResult {
        let points = try degrees.map { angle in
            let sets = try verificationSets(row, turnedByDegrees: angle)
            let turned = Verification(
                sets, rules: ComparisonRules(fingers: row.fingers), bootstrap: Bootstrap(replicates: 0),
                progress: progress)
            return (angle, turned.pooled.rates.fnmr[1])
        }
        return TurnResult(title: row.title, points: points)
    }

    private mutating func verification(_ row: TableRow) throws -> Verification {
        let rules = ComparisonRules(fingers: row.fingers)
        let sets = try verificationSets(row, turnedByDegrees: 0)
        var parts: [Verification] = []
        for set in sets {
            let key = "\(set.name) \(row.fingers)"
            let part = compared[key]
                ?? Verification([set], rules: rules, bootstrap: bootstrap, progress: progress)
            compared[key] = part
            parts.append(part)
        }
        if parts.count == 1 { return parts[0] }
        return Verification.pooled(parts, bootstrap: bootstrap)
            ?? Verification(sets, rules: rules, bootstrap: bootstrap, progress: progress)
    }

    private mutating func verificationSets(
        _ row: TableRow, turnedByDegrees degrees: Double
    ) throws -> [VerificationSet] {
        let references = try row.references.map { try dataset($0) }
        return try row.probes.map { path in
            let probes = try dataset(path)
            return references.map { VerificationSet(probes, against: $0, turnedByDegrees: degrees) }
                ?? VerificationSet(probes, turnedByDegrees: degrees)
        }
    }

    private mutating func dataset(_ path: String) throws -> Dataset {
        if let known = sets[path] { return known }
        let set = try Dataset(name: path, directory: data.appendingPathComponent(path))
        sets[path] = set
        return set
    }
}
