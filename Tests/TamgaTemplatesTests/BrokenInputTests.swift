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

    @Test("a field that would read as two is not written")
    func separatorInValue() throws {
        var record = try TemplateFormat.ansiNIST.decode(
            BrokenInputs("", transaction: "1.001:0;1.003:1_1,9_00|" + BrokenInputs.typeNine("9.002:00")).bytes)
        #expect(throws: Never.self) { try record.encoded() }
        record.views[0].otherFields.append(NISTField(200, Array("a\u{1D}9.201:b".utf8)))
        let error = #expect(throws: TemplateError.self) { try record.encoded() }
        #expect(error?.field == "field 9.200")
    }

    @Test("are not empty, and have names of their own")
    func named() {
        #expect(BrokenInputs.all.allSatisfy { !$0.bytes.isEmpty })
        #expect(Set(BrokenInputs.all.map(\.name)).count == BrokenInputs.all.count)
    }
}
