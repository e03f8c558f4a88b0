import TamgaTemplates

/// What reading promises for any bytes whatever; tests and the fuzzer of `tools/fuzz` hold every decoder to it.
///
/// - A refusal names a field, what was allowed, and a place inside the bytes.
/// - A record that was let in is sound: its deviations name views it has, its templates lie within the limits.
/// - It is written, or refused with a name; what is written reads as the same record and writes as the same bytes,
///   those it was read from where it did not deviate.
/// - So it is with the record in every other format.
struct RecordPromises {
    enum Outcome: Hashable {
        case accepted(deviates: Bool)
        case refused(TemplateError.Code)
    }

    struct Broken: Error, CustomStringConvertible {
        var description: String
    }

    let format: TemplateFormat
    /// The formats a record that was read is brought to; empty for none.
    var targets: [TemplateFormat] = TemplateFormat.allCases

    /// What became of the bytes.
    func check(_ bytes: [UInt8]) throws(Broken) -> Outcome {
        let record: TemplateRecord
        do throws(TemplateError) { record = try format.decode(bytes) } catch {
            try Self.checkRefusal(error, upTo: bytes.count)
            return .refused(error.code)
        }
        try checkSound(record)
        if let again = try Self.checkWriting(record), record.deviations.isEmpty, format != .ansiNIST, again != bytes {
            throw Broken(description: "\(format.token): a record without deviation is written as other bytes")
        }
        for target in targets where target != format {
            let converted = record.converted(to: target).record
            _ = try Self.checkWriting(converted)
        }
        return .accepted(deviates: !record.deviations.isEmpty)
    }

    /// Looks which format the bytes are of: nothing may come of it but an answer.
    func checkDetection(_ bytes: [UInt8]) throws(Broken) {
        switch FormatDetection.detect(bytes) {
        case .identified: return
        case .ambiguous(let formats):
            // A card is never certain.
            guard formats.count > 1 || formats.first?.isSelfDescribing == false else {
                throw Broken(description: "ambiguous between \(formats)")
            }
        case .refused(let error): try Self.checkRefusal(error, upTo: bytes.count)
        }
    }

    private static func checkRefusal(_ error: TemplateError, upTo count: Int) throws(Broken) {
        guard !error.field.isEmpty, !error.limit.isEmpty else { throw Broken(description: "nameless: \(error)") }
        guard 0...count ~= error.offset else { throw Broken(description: "beyond \(count) bytes: \(error)") }
    }

    private func checkSound(_ record: TemplateRecord) throws(Broken) {
        guard record.format == format, 1...TemplateLimits.viewsPerRecord ~= record.views.count else {
            throw Broken(description: "\(format.token): \(record.views.count) views of \(record.format.token)")
        }
        let named = record.deviations.compactMap(\.view)
        guard named.allSatisfy({ 1...record.views.count ~= $0 }),
            Set(record.deviations).count == record.deviations.count
        else { throw Broken(description: "\(format.token): deviations \(record.deviations)") }
        let templates: [FingerTemplate]
        do throws(TemplateError) { templates = try record.templates() } catch {
            guard error.code == .notComparable, record.views.contains(where: { $0.position.compared == nil }) else {
                throw Broken(description: "\(format.token): templates: \(error)")
            }
            return
        }
        guard templates.count == record.views.count, templates.allSatisfy(Self.isSound) else {
            throw Broken(description: "\(format.token): unsound templates")
        }
    }

    private static func isSound(_ view: FingerTemplate) -> Bool {
        view.quality ?? 0 <= TemplateLimits.quality && view.view <= TemplateLimits.viewNumber
            && 1...TemplateLimits.coordinate ~= view.width && 1...TemplateLimits.coordinate ~= view.height
            && view.minutiae.count <= TemplateLimits.minutiaePerView
            && view.minutiae.allSatisfy {
                0...view.width ~= Int($0.x) && 0...view.height ~= Int($0.y) && $0.quality <= TemplateLimits.quality
            }
    }

    /// The bytes the record is written as; nil where its format cannot hold it.
    private static func checkWriting(_ record: TemplateRecord) throws(Broken) -> [UInt8]? {
        let format = record.format
        let bytes: [UInt8]
        do throws(TemplateError) { bytes = try record.encoded() } catch {
            try checkRefusal(error, upTo: TemplateLimits.transactionBytes)
            return nil
        }
        let back: TemplateRecord
        do throws(TemplateError) { back = try format.decode(bytes) } catch {
            throw Broken(description: "\(format.token): what was written is refused: \(error)")
        }
        guard essence(back) == essence(record) else {
            throw Broken(description: "\(format.token): what was written reads as another record")
        }
        guard (try? back.encoded()) == bytes else {
            throw Broken(description: "\(format.token): what was written and read is written as other bytes")
        }
        return bytes
    }

    /// The record without its deviations, which writing mends, and without the fields that a transaction gets anew.
    private static func essence(_ record: TemplateRecord) -> TemplateRecord {
        var record = record
        record.deviations = []
        guard record.format == .ansiNIST else { return record }
        record.transaction = []
        for index in record.views.indices { record.views[index].otherFields = [] }
        return record
    }
}
