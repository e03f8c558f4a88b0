internal import Foundation
package import TamgaTemplates
package import TamgaWire

/// Files of finger records.
package enum RecordFile {
    /// Reads a record to be sent; the server looks into it.
    ///
    /// - Parameters:
    ///   - format: what the record is; nil: what it says itself.
    ///   - other: what bytes that are like no format are sent as, for the server to refuse; nil refuses them here.
    /// - Throws: ``CommandError`` of status `usage` for a file that cannot be read, is empty or is too long, or that
    ///   does not say which format it is of.
    package static func read(
        _ path: String, position: FingerPosition?, format: TemplateFormat? = nil, other: TemplateFormat? = nil
    ) throws(CommandError) -> FingerRecord {
        let bytes = try contents(path, limit: WireLimits.recordBytes.upperBound)
        guard WireLimits.recordBytes.contains(bytes.count) else {
            throw .usage(
                bytes.isEmpty ? "\(path) is empty" : "\(path) is too long for a record", field: "record",
                limit: "\(WireLimits.recordBytes.lowerBound) to \(WireLimits.recordBytes.upperBound) bytes")
        }
        let stated: TemplateFormat
        if let format { stated = format } else { stated = try recognised(bytes, path, other) }
        return FingerRecord(position: position?.rawValue, format: stated.rawValue, record: bytes)
    }

    /// The format that bytes say they are of. What cannot be read, but is like a format, is sent as that: the server's
    /// refusal says what is wrong.
    private static func recognised(
        _ bytes: [UInt8], _ path: String, _ other: TemplateFormat?
    ) throws(CommandError) -> TemplateFormat {
        switch FormatDetection.detect(bytes) {
        case .identified(let format): return format
        case .refused(let error):
            if let likely = FormatDetection.likely(bytes) ?? other { return likely }
            guard error.code == .unknownFormat else { return .iso2005 }
            throw .usage(
                "\(path) is no finger record that is known here", field: "record",
                limit: TemplateFormat.allCases.map(\.token).joined(separator: ", "))
        case .ambiguous(let formats):
            throw .usage(
                "\(path) does not say which format it is of", field: "--format",
                limit: formats.map(\.token).joined(separator: " or "))
        }
    }

    /// Reads the files of `--finger` options, in their order.
    package static func read(
        _ options: [FingerOption], format: TemplateFormat? = nil
    ) throws(CommandError) -> [FingerRecord] {
        guard !options.isEmpty else { throw .usage("give at least one --finger POSITION=FILE", field: "--finger") }
        var records: [FingerRecord] = []
        for option in options {
            records.append(try read(option.path, position: option.position, format: format))
        }
        return records
    }

    /// The names in a folder, in byte order.
    package static func names(in folder: String) throws(CommandError) -> [String] {
        do {
            return try FileManager.default.contentsOfDirectory(atPath: folder)
                .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        } catch {
            throw .usage("cannot list \(folder)")
        }
    }

    /// At most one byte more than the limit.
    static func contents(_ path: String, limit: Int) throws(CommandError) -> [UInt8] {
        do {
            let file = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
            defer { try? file.close() }
            return [UInt8](try file.read(upToCount: limit + 1) ?? Data())
        } catch {
            throw .usage("cannot read \(path)")
        }
    }
}
