import TamgaTemplates

// What broke a promise once.
extension BrokenInputs {
    private static let head = "1.001:0;1.002:0500;1.003:1_1,9_00;1.004:FMR|"

    /// A Type-9 record without minutiae, with further fields.
    static func typeNine(_ fields: String) -> String {
        "9.001:0;9.003:0;9.128:300;9.129:400;9.130:2;9.131:197;9.132:197;9.134:2;\(fields);9.137:|"
    }

    static let found: [BrokenInputs] = [
        BrokenInputs("negative vendor in hexadecimal", transaction: head + typeNine("9.002:00;9.135:80_-FFF_1")),
        BrokenInputs("vendor with a plus", transaction: head + typeNine("9.002:00;9.135:80_+1_1")),
        BrokenInputs("separator within the IDC", transaction: head + typeNine("9.002:00,10_1")),
        BrokenInputs("a side beyond the limit at 500 dpi", transaction: head + typeNine("9.002:00").replacing(
            "9.128:300", with: "9.128:16000").replacing(":197", with: ":39")),
        BrokenInputs(
            "as many fields as there may be, without those that are added",
            transaction: head + typeNine((0..<991).map { "9.\($0 + 200):x" }.joined(separator: ";"))),
        BrokenInputs("three bytes read as a compact card only", .iso2005CardCompact, hex: "B3 45 3F"),
    ]
}
