import TamgaTemplates

// What claims far more than it holds, or less than anything can.
extension BrokenInputs {
    /// Format and version of ISO/IEC 19794-2:2005, then of the same image.
    private static let iso = "464D5200 20323000"
    private static let image = "0000 012C 0190 00C5 00C5"

    static let lengthBombs: [BrokenInputs] = [
        BrokenInputs("iso-2005: length of four gigabytes", .iso2005, hex: "\(iso) FFFFFFFF \(image) 01 00"),
        BrokenInputs("iso-2005: length with its sign bit", .iso2005, hex: "\(iso) 80000000 \(image) 01 00"),
        BrokenInputs("iso-2005: length of nothing", .iso2005, hex: "\(iso) 00000000 \(image) 01 00"),
        BrokenInputs("iso-2005: 176 views and none there", .iso2005, hex: "\(iso) 00000018 \(image) B0 00"),
        BrokenInputs(
            "iso-2005: 255 minutiae, none there", .iso2005,
            hex: "\(iso) 0000001E \(image) 01 00 020050FF 0000"),
        BrokenInputs("iso-2005: extended data of 65535", .iso2005, hex: "\(iso) 0000001E \(image) 01 00 02005000 FFFF"),
        BrokenInputs(
            "iso-2005: item of no length", .iso2005, hex: "\(iso) 00000022 \(image) 01 00 02005000 0004 00010000"),
        BrokenInputs(
            "iso-2005: item shorter than its head", .iso2005,
            hex: "\(iso) 00000022 \(image) 01 00 02005000 0004 00010003"),
        BrokenInputs(
            "iso-2005: item of 65535", .iso2005, hex: "\(iso) 00000022 \(image) 01 00 02005000 0004 0001FFFF"),
        BrokenInputs(
            "iso-2005: extended data one byte short, its head cut", .iso2005,
            hex: "\(iso) 00000021 \(image) 01 00 02005000 0004 000100"),
        BrokenInputs(
            "iso-2005: 15 cores and 15 deltas, none there", .iso2005,
            hex: "\(iso) 00000024 \(image) 01 00 02005000 0006 00020006 0F0F"),
        BrokenInputs(
            "ansi-2004: long length of four gigabytes", .ansi2004,
            hex: "\(iso) 0000FFFFFFFF 00010002 \(image) 01 00"),
        BrokenInputs("ansi-2004: long length that ends at once", .ansi2004, hex: "\(iso) 0000"),
        BrokenInputs(
            "iso-2011: 65535 representations", .iso2011, hex: "464D5200 30333000 0000000F FFFF 00"),
        BrokenInputs(
            "iso-2011: representation of four gigabytes", .iso2011,
            hex: "464D5200 30333000 00000013 0001 00 FFFFFFFF"),
        BrokenInputs(
            "iso-2011: 255 qualities, none there", .iso2011,
            hex: "464D5200 30333000 00000022 0001 00 00000013 FFFFFFFFFFFFFFFFFF 00 0000 0000 FF"),
        BrokenInputs(
            "iso-2011: 255 certificates, none there", .iso2011,
            hex: "464D5200 30333000 00000023 0001 01 00000014 FFFFFFFFFFFFFFFFFF 00 0000 0000 00 FF"),
        BrokenInputs(
            "ansi-2009: length of four gigabytes", .ansi2009,
            hex: "464D5200 30333000 FFFFFFFF 00000000 000000 01 00"),
        BrokenInputs(
            "ansi-2009-am1: 255 views", .ansi2009Amendment1,
            hex: "464D5200 30333500 00000015 00000000 000000 FF 00"),
        BrokenInputs("card: one byte", .iso2005CardNormal, hex: "00"),
        BrokenInputs("card: all ones", .iso2005CardNormal, hex: "FFFFFFFFFF FFFFFFFFFF FFFFFFFFFF"),
    ]

    static let oddCounts: [BrokenInputs] = [
        BrokenInputs("ansi-nist: nothing but the first tag", .ansiNIST, hex: "31 2E 30 30 31 3A"),
        BrokenInputs("ansi-nist: a length of nine nines", .ansiNIST, hex: "312E3030313A 393939393939393939 1D 1C"),
        BrokenInputs(
            "ansi-nist: a length of twenty nines", .ansiNIST,
            hex: "312E3030313A 3939393939393939393939393939393939393939 1C"),
        BrokenInputs("ansi-nist: length of nothing", .ansiNIST, hex: "312E3030313A 30 1D 1C"),
        BrokenInputs("ansi-nist: no content field", transaction: "1.001:0;1.002:0500|"),
        BrokenInputs("ansi-nist: empty content field", transaction: "1.001:0;1.003:|"),
        BrokenInputs("ansi-nist: lists records that are not there", transaction: "1.001:0;1.003:1_3,9_00,9_01,9_02|"),
        BrokenInputs("ansi-nist: lists itself", transaction: "1.001:0;1.003:1_1,1_00|"),
        BrokenInputs("ansi-nist: binary record cut", transaction: "1.001:0;1.003:1_1,4_00|ab"),
        BrokenInputs("ansi-nist: binary record of no length", transaction: "1.001:0;1.003:1_1,4_00|\0\0\0\0"),
        BrokenInputs("ansi-nist: a field without colon", transaction: "1.001:0;1.003:1_1,9_00|9.001:0;9.137|"),
        BrokenInputs("ansi-nist: the tag of another type", transaction: "1.001:0;1.003:1_1,9_00|9.001:0;8.137:|"),
        BrokenInputs("ansi-nist: a digit of another script", transaction: "1.001:0;1.003:1_1,9_00|9.001:0;9.130:٢|"),
    ]
}
