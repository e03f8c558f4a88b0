import Foundation
import NIOCore
import TamgaWire

/// docs/PROTOCOL.md as the tests read it: its tables by heading, and its blocks of hexadecimal bytes.
struct Document {
    /// A fenced block: the words behind `hex` and the bytes in it.
    struct Block {
        var words: [String]
        var bytes: [UInt8]
    }

    private(set) var tables: [String: [[String]]] = [:]
    private(set) var blocks: [Block] = []

    init() throws {
        var root = URL(filePath: #filePath)
        for _ in 0..<4 { root.deleteLastPathComponent() }
        let text = try String(contentsOf: root.appending(path: "docs/PROTOCOL.md"), encoding: .utf8)
        var heading = ""
        var open: Block?
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("```") {
                if let block = open { blocks.append(block) }
                open = open == nil && line.hasPrefix("```hex ")
                    ? Block(words: line.split(separator: " ").dropFirst().map(String.init), bytes: []) : nil
            } else if open != nil {
                open?.bytes += Self.bytes(line)
            } else if line.hasPrefix("#") {
                heading = line.drop { $0 == "#" || $0 == " " }.filter { $0 != "`" }
            } else if line.hasPrefix("| "), !line.hasPrefix("| ---") {
                tables[heading, default: []].append(Self.cells(line))
            }
        }
    }

    /// The bytes of a line, up to the `;` that begins a remark.
    private static func bytes(_ line: Substring) -> [UInt8] {
        line.prefix { $0 != ";" }.split(separator: " ").map { UInt8($0, radix: 16) ?? 0xEE }
    }

    private static func cells(_ line: Substring) -> [String] {
        line.split(separator: "|").map { cell in
            cell.filter { $0 != "`" }.trimmingCharacters(in: .whitespaces)
        }
    }

    /// The rows under a heading, without the row of column names.
    func rows(_ heading: String) -> [[String]] { Array((tables[heading] ?? []).dropFirst()) }
}
