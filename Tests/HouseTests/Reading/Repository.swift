import Foundation

/// Reads the tree this test stands in.
enum Repository {
    static let root = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// What git tracks or would track; where git is not there, every file outside the folders it ignores.
    static let tree: Tree = {
        var files: [String: String] = [:]
        var others: [String] = []
        for path in listedByGit() ?? walked() {
            let url = root.appending(path: path)
            // A link shows a file that is read under its own path.
            if (try? url.resourceValues(forKeys: [.isSymbolicLinkKey]).isSymbolicLink) == true {
                others.append(path)
                continue
            }
            guard let data = try? Data(contentsOf: url) else {
                if FileManager.default.fileExists(atPath: url.path) { others.append(path) }
                continue
            }
            if let text = String(data: data, encoding: .utf8), !data.contains(0) {
                files[path] = text
            } else {
                others.append(path)
            }
        }
        return Tree(files, otherPaths: others)
    }()

    private static func listedByGit() -> [String]? {
        let git = Process()
        git.executableURL = URL(filePath: "/usr/bin/env")
        git.arguments = ["git", "-C", root.path, "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
        let pipe = Pipe()
        git.standardOutput = pipe
        git.standardError = FileHandle.nullDevice
        guard (try? git.run()) != nil, let data = try? pipe.fileHandleForReading.readToEnd() else { return nil }
        git.waitUntilExit()
        guard git.terminationStatus == 0 else { return nil }
        let paths = data.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
        return paths.isEmpty ? nil : paths
    }

    private static func walked() -> [String] {
        guard let walk = FileManager.default.enumerator(atPath: root.path) else { return [] }
        var paths: [String] = []
        while let path = walk.nextObject() as? String {
            let name = path.split(separator: "/").last ?? ""
            if name.hasPrefix(".build") || [".git", "__pycache__"].contains(name) || path == "certs/generated" {
                walk.skipDescendants()
            } else if walk.fileAttributes?[.type] as? FileAttributeType != .typeDirectory {
                paths.append(path)
            }
        }
        return paths.filter { $0 != "Package.resolved" }
    }
}
