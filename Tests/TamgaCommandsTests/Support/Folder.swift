import Foundation

/// A temporary folder with files, removed when the test is done with it.
final class Folder {
    let path: String

    init(_ files: [String: String]) throws {
        let place = FileManager.default.temporaryDirectory.appendingPathComponent("tamga-cli-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
        path = place.path
        for (name, text) in files { try Data(text.utf8).write(to: place.appendingPathComponent(name)) }
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }
}
