package import Foundation
import TamgaGallery
import TamgaTemplates

/// A folder of templates: one database in the sense of ISO/IEC 19795-1, never compared with another.
package struct Dataset: Sendable {
    package let name: String
    package let samples: [Sample]
    /// Files that should have held a template and did not, in order of name.
    package let unreadable: [UnreadableFile]

    package init(name: String, samples: [Sample], unreadable: [UnreadableFile] = []) {
        self.name = name
        self.samples = samples
        self.unreadable = unreadable
    }

    /// Reads and describes every template of a folder, in order of name, on all cores.
    ///
    /// Of a record of several views the first counts. Only files that end in `.iso` are looked at; one that does not
    /// fit the layout or cannot be decoded is listed in ``unreadable``.
    package init(name: String, directory: URL, layout: NameLayout) throws {
        let names = try FileManager.default.contentsOfDirectory(atPath: directory.path)
            .filter { $0.hasSuffix(NameLayout.ending) && !$0.hasPrefix(".") }.sorted()
        let read = Parallel.map(count: names.count, workers: Parallel.cores) { index in
            Self.read(names[index], in: directory, layout: layout)
        }
        self.init(
            name: name, samples: read.compactMap { try? $0.get() },
            unreadable: read.compactMap {
                guard case .failure(let file) = $0 else { return nil }
                return file
            })
    }

    /// As above, by the layout that the folder's first name has: three parts name a person too.
    package init(name: String, directory: URL) throws {
        try self.init(name: name, directory: directory, layout: try Self.layout(of: directory))
    }

    private static func read(
        _ name: String, in directory: URL, layout: NameLayout
    ) -> Result<Sample, UnreadableFile> {
        do {
            let parts = try layout.read(name)
            let bytes = try [UInt8](Data(contentsOf: directory.appendingPathComponent(name)))
            guard let view = try TemplateRecord(decoding: bytes).templates().first else {
                return .failure(UnreadableFile(name: name, reason: "it holds no finger view"))
            }
            return .success(Sample(name: parts, template: view))
        } catch let misfit as Misfit {
            return .failure(UnreadableFile(name: name, reason: misfit.reason))
        } catch {
            return .failure(UnreadableFile(name: name, reason: "\(error)"))
        }
    }
}

/// A file that holds no template that could be read, and why.
package struct UnreadableFile: Error, Hashable, Sendable {
    package var name: String
    package var reason: String
}

extension Dataset {
    /// The set's name from its path: the last two components, so that `fvc2002_db1_b/mindtct` says both.
    package static func name(ofPath path: String) -> String {
        URL(fileURLWithPath: path).standardizedFileURL.pathComponents.filter { $0 != "/" }.suffix(2)
            .joined(separator: "/")
    }

    /// Every set below a data directory whose path contains one of the words, by path; files that do not fit the
    /// layout are left out.
    package static func all(below root: URL, matching words: [String]) throws -> [Dataset] {
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

    private static func layout(of directory: URL) throws -> NameLayout {
        let names = try FileManager.default.contentsOfDirectory(atPath: directory.path)
        let first = names.filter { $0.hasSuffix(NameLayout.ending) }.min() ?? ""
        return first.split(separator: "_").count == 3 ? .personFingerImpression : .fingerImpression
    }
}
