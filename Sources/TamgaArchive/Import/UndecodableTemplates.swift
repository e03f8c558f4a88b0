public import TamgaTemplates

/// Records of an import that the decoders of this program refuse. They are imported all the same: a store took them
/// once, perhaps by decoders that were more lenient.
public struct UndecodableTemplates: Hashable, Sendable {
    /// A record, and why it cannot be read.
    public struct Entry: Hashable, Sendable {
        /// Its file in the archive.
        public let file: String
        public let error: TemplateError
    }

    /// All of them.
    public private(set) var count: UInt64 = 0
    /// The first ``ArchiveLimits/undecodableListed``.
    public private(set) var listed: [Entry] = []

    mutating func look(_ bytes: [UInt8], _ format: TemplateFormat, _ file: String) {
        do throws(TemplateError) { _ = try format.decode(bytes) } catch {
            count += 1
            if listed.count < ArchiveLimits.undecodableListed { listed.append(Entry(file: file, error: error)) }
        }
    }
}
