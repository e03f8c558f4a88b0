import Foundation

/// The write-ahead log of SQLite, as far as a test has to know it: frames, some of which end a commit.
struct WriteAheadLog {
    private static let headerBytes = 32
    private static let frameHeaderBytes = 24
    let bytes: [UInt8]
    let frameBytes: Int
    /// Where the frames of this log begin that were written since it was begun anew.
    let frames: [Int]
    /// Where those end that end a commit.
    let commits: [Int]

    init(_ file: URL) throws {
        let bytes = [UInt8](try Data(contentsOf: file))
        let size = Self.frameHeaderBytes + Self.number(bytes, 8)
        let begins = stride(from: Self.headerBytes, through: bytes.count - size, by: size).prefix {
            bytes[($0 + 8)..<($0 + 16)] == bytes[16..<24]
        }
        commits = begins.filter { Self.number(bytes, $0 + 4) > 0 }.map { $0 + size }
        (self.bytes, frameBytes, frames) = (bytes, size, Array(begins))
    }

    /// Big-endian.
    private static func number(_ bytes: [UInt8], _ offset: Int) -> Int {
        bytes[offset..<(offset + 4)].reduce(0) { $0 << 8 | Int($1) }
    }
}
