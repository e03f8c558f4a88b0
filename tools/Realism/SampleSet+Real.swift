package import Foundation
import TamgaTemplates

extension SampleSet {
    /// Reads a folder of templates named FINGER_IMPRESSION.iso or PERSON_FINGER_IMPRESSION.iso, in order of name.
    package init(name: String, directory: URL) throws {
        let files = try FileManager.default.contentsOfDirectory(at: directory, includingPropertiesForKeys: nil)
            .filter { $0.pathExtension == "iso" }
            .sorted { $0.lastPathComponent < $1.lastPathComponent }
        let samples = try files.compactMap { file -> RealismSample? in
            let parts = file.deletingPathExtension().lastPathComponent.split(separator: "_")
            let record = try TemplateRecord(decoding: [UInt8](Data(contentsOf: file)))
            guard parts.count > 1, let view = try record.templates().first else { return nil }
            return RealismSample(finger: parts.dropLast().joined(separator: "_"), template: view)
        }
        self.init(name: name, samples: samples)
    }
}
