internal import Foundation
public import TamgaTemplates

/// Files of records, read up to what a record may have and written with care.
public enum RecordFile {
    /// The bytes of a file.
    ///
    /// - Throws: `too-large` before more than the format's limit is read, `unreadable` where there is no such file.
    public static func read(_ path: String, as format: TemplateFormat? = nil) throws(FileFault) -> [UInt8] {
        do {
            let file = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
            defer { try? file.close() }
            let head = try file.read(upToCount: 2) ?? Data()
            // Only a transaction, which begins with `1.`, may be larger than the other records.
            let isTransaction = head.elementsEqual([0x31, 0x2E])
            let most =
                format?.byteLimit ?? (isTransaction ? TemplateLimits.transactionBytes : TemplateLimits.recordBytes)
            let rest = try file.read(upToCount: most) ?? Data()
            guard head.count + rest.count <= most else { throw tooLarge(path, most) }
            return [UInt8](head + rest)
        } catch let fault as FileFault {
            throw fault
        } catch {
            throw FileFault(code: "unreadable", reason: "a file that can be read")
        }
    }

    private static func tooLarge(_ path: String, _ most: Int) -> FileFault {
        let size = (try? FileManager.default.attributesOfItem(atPath: path))?[.size] as? Int
        return FileFault(
            TemplateError(
                .tooLarge, field: "record", offset: 0, value: max(size ?? 0, most + 1), limit: "at most \(most) bytes"))
    }

    /// Writes a file; one that is there is replaced only if forced.
    ///
    /// - Throws: `exists` or `unwritable`.
    public static func write(_ bytes: some Sequence<UInt8>, to path: String, force: Bool) throws(FileFault) {
        let isThere = FileManager.default.fileExists(atPath: path)
        if isThere, !force {
            throw FileFault(code: "exists", reason: "\(Words.printable(path)) is there; --force replaces it")
        }
        do {
            try Data(bytes).write(to: URL(fileURLWithPath: path), options: force ? .atomic : .withoutOverwriting)
        } catch {
            throw FileFault(code: "unwritable", reason: "\(Words.printable(path)): a place that can be written")
        }
    }

    /// Files, and those in folders (not below these), by name.
    public static func list(_ paths: [String]) -> [String] {
        paths.flatMap { path in
            guard let inside = names(inFolder: path) else { return [path] }
            return inside.map { path + "/" + $0 }.filter { names(inFolder: $0) == nil }
        }
        .sorted { (name($0), $0) < (name($1), $1) }
    }

    /// What a folder holds; nil for anything else.
    private static func names(inFolder path: String) -> [String]? {
        try? FileManager.default.contentsOfDirectory(atPath: path)
    }

    /// The last part of a path.
    public static func name(_ path: String) -> String { URL(fileURLWithPath: path).lastPathComponent }

    /// Makes a folder and those above it.
    static func makeFolder(_ path: String) throws(FileFault) {
        do { try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true) } catch {
            throw FileFault(code: "unwritable", reason: "\(Words.printable(path)): a folder that can be made")
        }
    }
}
