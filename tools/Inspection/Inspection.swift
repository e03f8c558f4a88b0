public import TamgaTemplates

/// What the bytes of one file are.
public struct Inspection: Sendable {
    /// How the format was found.
    public enum Recognition: String, Sendable {
        /// The caller said so.
        case stated
        /// The header names it.
        case header
        /// Several formats have such a header; the bytes read as one of them only.
        case content
    }

    /// The file's name, for people.
    public let name: String
    public let byteCount: Int
    /// The format where it is known, even if the record is faulty.
    public let format: TemplateFormat?
    public let recognition: Recognition?
    /// The record, or why there is none.
    public let outcome: Result<TemplateRecord, FileFault>

    /// Reads bytes as a format, or as the one they are recognised as; never traps whatever they are.
    public init(name: String, bytes: [UInt8], as stated: TemplateFormat? = nil) {
        (self.name, byteCount) = (name, bytes.count)
        if let stated {
            (format, recognition) = (stated, .stated)
            outcome = Self.read(bytes, as: stated)
            return
        }
        switch FormatDetection.detect(bytes) {
        case .identified(let found):
            let isShared = bytes.count >= 8 && bytes[4..<8].elementsEqual([0x30, 0x33, 0x30, 0])
            (format, recognition) = (found, isShared ? .content : .header)
            outcome = Self.read(bytes, as: found)
        case .refused(let error):
            (format, recognition) = (nil, nil)
            outcome = .failure(FileFault(error))
        case .ambiguous(let formats):
            (format, recognition) = (nil, nil)
            let error = TemplateError(
                .ambiguousFormat, field: "format", offset: 0, value: formats.count, limit: "a stated format")
            outcome = .failure(FileFault(error, candidates: formats))
        }
    }

    /// A file that could not be read at all.
    public init(name: String, fault: FileFault) {
        (self.name, byteCount, format, recognition, outcome) = (name, 0, nil, nil, .failure(fault))
    }

    private static func read(_ bytes: [UInt8], as format: TemplateFormat) -> Result<TemplateRecord, FileFault> {
        do throws(TemplateError) { return .success(try format.decode(bytes)) } catch {
            return .failure(FileFault(error))
        }
    }

    /// The record where it was read.
    public var record: TemplateRecord? { try? outcome.get() }

    /// Why it was not read.
    public var fault: FileFault? { if case .failure(let fault) = outcome { fault } else { nil } }
}
