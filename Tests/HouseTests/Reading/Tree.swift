/// The files of the repository, or of a test that makes some up.
struct Tree {
    /// Path from the root of the repository to text, in order of the path.
    let texts: [(path: String, text: String)]
    /// Every path there is, those of files that are not text included.
    let paths: [String]
    /// Swift sources, the manifest included.
    let swift: [SwiftSource]

    init(_ files: [String: String], otherPaths: [String] = []) {
        texts = files.sorted { $0.key < $1.key }.map { (path: $0.key, text: $0.value) }
        paths = (files.keys + otherPaths).sorted()
        swift = texts.filter { $0.path.hasSuffix(".swift") }.map { SwiftSource(path: $0.path, text: $0.text) }
    }

    func text(_ path: String) -> String? { texts.first { $0.path == path }?.text }

    /// Whether a file or a folder stands at the path.
    func holds(_ path: String) -> Bool {
        path.isEmpty || paths.contains { $0 == path || $0.hasPrefix(path + "/") }
    }
}

extension SwiftSource {
    /// The folders and the name of the file.
    var parts: [Substring] { path.split(separator: "/") }
    var isTest: Bool { parts.contains("Tests") }
    var isGenerated: Bool { parts.dropLast().contains("Generated") }
    /// The target whose folder under Sources holds the file; nil outside Sources.
    var target: String? { parts.first == "Sources" && parts.count > 2 ? String(parts[1]) : nil }
    /// Whether the file belongs to a command-line program, which may print.
    var isProgram: Bool { target.map { $0 == $0.lowercased() } ?? true }
}
