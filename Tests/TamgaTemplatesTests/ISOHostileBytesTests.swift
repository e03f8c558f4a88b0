import TamgaTemplates
import TamgaTestSupport
import Testing

@Suite("ISO/IEC 19794-2:2005: no bytes bring the decoder down")
struct ISOHostileBytesTests {
    /// What holds for every record that was let in, whatever its bytes were.
    private func isSound(_ record: TemplateRecord) -> Bool {
        guard let templates = try? record.templates() else {
            return record.views.contains { $0.position.compared == nil }
        }
        return templates.allSatisfy { view in
            view.quality ?? 0 <= TemplateLimits.quality && view.view <= TemplateLimits.viewNumber
                && 1...TemplateLimits.coordinate ~= view.width && 1...TemplateLimits.coordinate ~= view.height
                && view.minutiae.allSatisfy {
                    0...view.width ~= Int($0.x) && 0...view.height ~= Int($0.y)
                        && $0.quality <= TemplateLimits.quality
                }
        }
    }

    private enum Outcome {
        case accepted, refused, unsound
    }

    /// Decodes; a refusal must carry a place inside the bytes, an acceptance must be sound.
    private func outcome(_ bytes: [UInt8]) -> Outcome {
        do {
            return isSound(try ISO19794_2_2005.decode(bytes)) ? .accepted : .unsound
        } catch {
            let named = !error.field.isEmpty && !error.limit.isEmpty
            return named && 0...bytes.count ~= error.offset ? .refused : .unsound
        }
    }

    @Test("cut short anywhere, the record is refused as truncated")
    func everyTruncation() {
        let whole = RawRecord.realShaped.bytes
        for count in 0..<whole.count {
            let error = #expect(throws: TemplateError.self) { try ISO19794_2_2005.decode(Array(whole[..<count])) }
            #expect(error?.code == .truncated, "\(count) bytes")
        }
    }

    @Test("cut short anywhere with the length made to agree, the record is refused")
    func everyTruncationWithLength() {
        let whole = RawRecord.realShaped.bytes
        for count in 12..<whole.count {
            var bytes = Array(whole[..<count])
            bytes.replaceSubrange(8..<12, with: big(count, 4))
            let error = #expect(throws: TemplateError.self) { try ISO19794_2_2005.decode(bytes) }
            let expected: TemplateError.Code = count < 24 ? .unknownFormat : .truncated
            #expect(error?.code == expected, "\(count) bytes")
        }
    }

    @Test("every value of every byte")
    func everySingleByte() {
        let whole = RawRecord.realShaped.bytes
        var unsound = 0
        for offset in whole.indices {
            var bytes = whole
            for value in UInt8.min...UInt8.max {
                bytes[offset] = value
                if outcome(bytes) == .unsound { unsound += 1 }
            }
        }
        #expect(unsound == 0)
    }

    @Test("200,000 seeded mutations: changed, cut, lengthened, length mended or not", arguments: [UInt64(19_794)])
    func seededMutations(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let whole = RawRecord.realShaped.bytes
        var (unsound, accepted) = (0, 0)
        for _ in 0..<200_000 {
            switch outcome(mutated(whole, &random)) {
            case .accepted: accepted += 1
            case .refused: break
            case .unsound: unsound += 1
            }
        }
        #expect(unsound == 0, "seed \(seed)")
        #expect(1_000..<199_000 ~= accepted, "both answers are reached")
    }

    private func mutated(_ whole: [UInt8], _ random: inout SeededGenerator) -> [UInt8] {
        var bytes = whole
        for _ in 0..<Int.random(in: 0...4, using: &random) {
            bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
        }
        switch Int.random(in: 0..<4, using: &random) {
        case 0: bytes.removeLast(Int.random(in: 0...bytes.count, using: &random))
        case 1: bytes += (0..<Int.random(in: 0...9, using: &random)).map { UInt8(truncatingIfNeeded: $0) }
        default: break
        }
        if bytes.count >= 12, Bool.random(using: &random) {
            bytes.replaceSubrange(8..<12, with: big(bytes.count, 4))
        }
        return bytes
    }
}
