import Foundation
import TamgaHarness
import TamgaSynthesis
import TamgaTemplates

/// The people of the demonstration as files: some to enrol, one to enrol by hand, one stranger.
struct Population {
    /// Where the templates are from, in words.
    let origin: String
    /// Folder of PERSON_FINGER_IMPRESSION.iso: everybody but the applicant and the stranger, impression 1.
    let enrolled: URL
    /// Fingers as `POSITION=FILE`, by impression.
    let applicant: [[String]]
    let stranger: [[String]]

    /// Files by person, then by impression: `POSITION=FILE` of every finger that has that impression.
    private typealias Persons = [(name: String, impressions: [[String]])]

    /// Real templates where they are, made-up ones beside them; only made-up ones where they are not.
    init(in place: Workplace) throws {
        let synthetic = try Self.synthesise(in: place, persons: 60)
        let real = Self.real().map { Self.persons(in: $0) } ?? []
        let persons = real.count > 2 ? real : Self.persons(in: synthetic)
        guard persons.count > 2, let stranger = persons.last, let applicant = persons.dropLast().last else {
            throw HarnessError("no persons to demonstrate with")
        }
        origin = real.count > 2 ? "real templates, and synthetic ones beside them" : "synthetic templates"
        self.applicant = applicant.impressions
        self.stranger = stranger.impressions
        enrolled = try place.folder("enrolled")
        var files = persons.dropLast(2).flatMap { $0.impressions.first ?? [] }
        if real.count > 2 { files += Self.persons(in: synthetic).flatMap { $0.impressions.first ?? [] } }
        for file in files.compactMap({ $0.split(separator: "=").last }).map(String.init) {
            let name = URL(fileURLWithPath: file).lastPathComponent
            try FileManager.default.copyItem(atPath: file, toPath: enrolled.appendingPathComponent(name).path)
        }
    }

    /// The set with ten fingers a person below TAMGA_DATA or beside the checkout.
    private static func real() -> URL? {
        let beside = Workplace.repository.deletingLastPathComponent().appendingPathComponent("shared/data").path
        let root = ProcessInfo.processInfo.environment["TAMGA_DATA"] ?? beside
        let set = URL(fileURLWithPath: root).appendingPathComponent("neurotechnology_uareu/mindtct")
        return FileManager.default.fileExists(atPath: set.path) ? set : nil
    }

    /// Two impressions of ten fingers of each made-up person.
    private static func synthesise(in place: Workplace, persons: Int) throws -> URL {
        let folder = try place.folder("synthetic")
        let population = SyntheticPopulation(seed: 20_240_101)
        for index in 1...persons {
            let person = population.person(index)
            for position in FingerPosition.fingers {
                let finger = person.finger(position)
                for impression in 1...2 {
                    let bytes = try ISO19794_2_2005.encode([finger.impression(impression)])
                    let name = "made\(index)_\(position.rawValue)_\(impression).iso"
                    try Data(bytes).write(to: folder.appendingPathComponent(name))
                }
            }
        }
        return folder
    }

    private static func persons(in folder: URL) -> Persons {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        var fingers: [String: [Int: [(position: Int, file: String)]]] = [:]
        for name in names {
            let parts = name.dropLast(4).split(separator: "_")
            guard name.hasSuffix(".iso"), parts.count == 3, let position = Int(parts[1]), let number = Int(parts[2])
            else { continue }
            let file = folder.appendingPathComponent(name).path
            fingers[String(parts[0]), default: [:]][number, default: []].append((position, file))
        }
        return fingers.sorted { $0.key < $1.key }.map { name, impressions in
            let sorted = impressions.sorted { $0.key < $1.key }.map(\.value)
            return (name, sorted.map { $0.sorted { $0.position < $1.position }.map { "\($0.position)=\($0.file)" } })
        }
    }
}
