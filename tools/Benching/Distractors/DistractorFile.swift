package import Foundation
package import TamgaEvaluation
import TamgaGallery
package import TamgaMatcher

/// Described distractors in a file, so that a second run need not make them again.
///
/// The signature line, padded to ``head`` bytes; the descriptors; for each finger the offset where it ends (64 bits).
package struct DistractorFile: Sendable {
    package let count: Int
    private let bytes: Data
    private let ends: [UInt64]

    private static let head = 512
    /// Fingers described before they are written.
    private static let batch = 8_192

    /// The file of a source in a folder, made where it is not there.
    package init(
        _ source: DistractorSource, count: Int, folder: URL, progress: any RunProgress = NoProgress()
    ) throws {
        let line = source.signature(matcher: Matcher.version) + ", \(count) fingers"
        let path = folder.appendingPathComponent("distractors-\(Self.name(line)).bin")
        if let known = Self(path, line: line, count: count) {
            self = known
            return
        }
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Self.write(source, count: count, line: line, to: path, progress)
        guard let made = Self(path, line: line, count: count) else {
            throw BenchError("the distractors could not be read back from \(path.lastPathComponent)")
        }
        self = made
    }

    private init?(_ path: URL, line: String, count: Int) {
        guard let bytes = try? Data(contentsOf: path, options: .alwaysMapped),
            bytes.count >= Self.head + 8 * count, bytes.prefix(Self.head) == Self.padded(line)
        else { return nil }
        let start = bytes.count - 8 * count
        // SAFETY: the last 8 x count bytes, as just checked; any bits are an integer.
        let ends = unsafe bytes.withUnsafeBytes { raw in
            (0..<count).map { unsafe raw.loadUnaligned(fromByteOffset: start + 8 * $0, as: UInt64.self) }
        }
        guard ends.last.map({ $0 == UInt64(start) }) ?? true, zip(ends, ends.dropFirst()).allSatisfy(<=) else {
            return nil
        }
        (self.count, self.bytes, self.ends) = (count, bytes, ends)
    }

    /// What the matcher keeps of finger `index`; nil for bytes that are no descriptor.
    package func descriptor(_ index: Int) -> FingerDescriptor? {
        let start = index == 0 ? Self.head : Int(ends[index - 1])
        // SAFETY: the ends ascend within the file, as checked when it was opened.
        return unsafe bytes.withUnsafeBytes { raw in
            unsafe DescriptorBytes.descriptor(UnsafeRawBufferPointer(rebasing: raw[start..<Int(ends[index])]))
        }
    }

    /// Minutiae of all fingers.
    package var minutiae: Int {
        ends.last.map { (Int($0) - Self.head) / DescriptorBytes.minutia } ?? 0
    }
}

extension DistractorFile {
    private static func write(
        _ source: DistractorSource, count: Int, line: String, to path: URL, _ progress: any RunProgress
    ) throws {
        let partial = path.appendingPathExtension("partial")
        _ = FileManager.default.createFile(atPath: partial.path, contents: nil)
        let file = try FileHandle(forWritingTo: partial)
        try file.write(contentsOf: padded(line))
        progress.begin("distractors", steps: count)
        var ends: [UInt64] = []
        var end = UInt64(head)
        for start in stride(from: 0, to: count, by: batch) {
            let described = Parallel.map(
                count: min(batch, count - start), workers: Parallel.cores, grain: 32
            ) { index in
                progress.advance(by: 1)
                return FingerDescriptor(source.template(start + index))
            }
            var block: [UInt8] = []
            for finger in described {
                DescriptorBytes.append(finger, to: &block)
                end += UInt64(finger.count * DescriptorBytes.minutia)
                ends.append(end)
            }
            try file.write(contentsOf: Data(block))
        }
        // SAFETY: the array's own bytes, copied while it is held.
        try file.write(contentsOf: unsafe ends.withUnsafeBytes { unsafe Data($0) })
        try file.close()
        progress.end()
        _ = try? FileManager.default.removeItem(at: path)
        try FileManager.default.moveItem(at: partial, to: path)
    }

    private static func padded(_ line: String) -> Data {
        var data = Data(line.utf8.prefix(head))
        data.append(contentsOf: [UInt8](repeating: 0x0a, count: head - data.count))
        return data
    }

    private static func name(_ line: String) -> String {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in line.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
        return String(hash, radix: 16)
    }
}
