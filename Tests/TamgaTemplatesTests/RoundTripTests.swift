import TamgaTemplates
import TamgaTestSupport
import Testing

@Suite("Every format: encode, then decode")
struct RoundTripTests {
    @Test(
        "what is encoded decodes to itself and encodes to the same bytes, 10,000 times",
        arguments: TemplateFormat.allCases)
    func identity(format: TemplateFormat) throws {
        var random = SeededGenerator(seed: 2_005 + UInt64(format.rawValue))
        for turn in 0..<10_000 {
            let record = AnyRecord(format: format).make(&random)
            let bytes = try format.encode(record)
            var back = try format.decode(bytes)
            if format == .ansiNIST { back.transaction = [] }
            try #require(back == record, "\(format.token), turn \(turn)")
            try #require(try format.encode(back) == bytes, "\(format.token), turn \(turn)")
        }
    }

    @Test("a record with a header is recognised for what it is", arguments: TemplateFormat.allCases)
    func recognised(format: TemplateFormat) throws {
        var random = SeededGenerator(seed: 77 + UInt64(format.rawValue))
        for _ in 0..<500 {
            let bytes = try format.encode(AnyRecord(format: format).make(&random))
            let detection = FormatDetection.detect(bytes)
            if format.isSelfDescribing {
                try #require(detection == .identified(format))
            } else {
                guard case .ambiguous(let formats) = detection else {
                    Issue.record("\(format.token) was taken for \(detection)")
                    return
                }
                try #require(formats.contains(format))
            }
        }
    }
}
