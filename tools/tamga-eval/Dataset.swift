import Foundation
import TamgaMatcher
import TamgaTemplates

/// One impression of one finger of a set.
struct Sample: Sendable {
    /// Everything before the last underscore of the file name: the finger.
    let finger: String
    let impression: Int
    let template: FingerTemplate
    let descriptor: FingerDescriptor
}

/// A folder of templates named FINGER_IMPRESSION.iso or PERSON_FINGER_IMPRESSION.iso.
struct Dataset: Sendable {
    let name: String
    let samples: [Sample]

    /// Reads and describes every template of a folder, in order of name.
    init(name: String, directory: URL) throws {
        self.name = name
        let files = try FileManager.default.contentsOfDirectory(at: directory, includingPropertiesForKeys: nil)
        samples = try files.filter { $0.pathExtension == "iso" }
            .sorted { $0.lastPathComponent < $1.lastPathComponent }
            .compactMap(Self.sample)
    }

    private static func sample(_ file: URL) throws -> Sample? {
        let parts = file.deletingPathExtension().lastPathComponent.split(separator: "_")
        guard parts.count > 1, let impression = Int(parts[parts.count - 1]) else { return nil }
        let record = try ISO19794_2_2005.decode([UInt8](Data(contentsOf: file)))
        guard let view = record.views.first else { return nil }
        return Sample(
            finger: parts.dropLast().joined(separator: "_"), impression: impression, template: view,
            descriptor: FingerDescriptor(view))
    }

    /// Every set below a data directory whose path contains one of the words, by path.
    static func all(below root: URL, matching words: [String]) throws -> [Dataset] {
        var found: [Dataset] = []
        for folder in try FileManager.default.contentsOfDirectory(atPath: root.path).sorted() {
            for extractor in ["mindtct", "secugen"] {
                let name = "\(folder)/\(extractor)"
                let directory = root.appendingPathComponent(name)
                guard FileManager.default.fileExists(atPath: directory.path) else { continue }
                guard words.isEmpty || words.contains(where: name.contains) else { continue }
                found.append(try Dataset(name: name, directory: directory))
            }
        }
        return found
    }
}
