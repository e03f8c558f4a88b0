import ArgumentParser
import Foundation

/// Files that options name.
enum ReadFile {
    /// The whole file.
    ///
    /// - Throws: `ValidationError` naming the option.
    static func bytes(_ path: String, _ option: String) throws -> [UInt8] {
        guard let content = FileManager.default.contents(atPath: path) else {
            throw ValidationError("\(option): the file cannot be read: \(path)")
        }
        return [UInt8](content)
    }
}
