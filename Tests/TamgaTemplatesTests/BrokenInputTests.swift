import TamgaTemplates
import Testing

@Suite("Inputs that broke a decoder, or are made to")
struct BrokenInputTests {
    @Test("are refused by name or read as sound records, as every format", arguments: BrokenInputs.all.indices)
    func replay(index: Int) throws {
        let input = BrokenInputs.all[index]
        for format in TemplateFormat.allCases {
            #expect(throws: Never.self, "\(input.name), as \(format.token)") {
                let promises = RecordPromises(format: format)
                _ = try promises.check(input.bytes)
                try promises.checkDetection(input.bytes)
            }
        }
    }

    @Test("are not empty, and have names of their own")
    func named() {
        #expect(BrokenInputs.all.allSatisfy { !$0.bytes.isEmpty })
        #expect(Set(BrokenInputs.all.map(\.name)).count == BrokenInputs.all.count)
    }
}
