import TamgaTemplates
import Testing

@Suite("ANSI/NIST-ITL: Type-9 records with the M1 block")
struct NISTType9Tests {
    /// A tagged record of these fields, its length in front.
    static func tagged(_ type: Int, _ fields: [String]) -> [UInt8] {
        let rest = fields.map { "\u{1D}\(type).\($0)" }.joined() + "\u{1C}"
        var length = rest.utf8.count
        while "\(type).001:\(length)\(rest)".utf8.count != length { length += 1 }
        return Array("\(type).001:\(length)\(rest)".utf8)
    }

    static let minutiaeFields = [
        "002:01", "003:1", "004:S", "126:27\u{1F}513\u{1F}3", "127:NONE\u{1F}0", "128:300", "129:400", "130:2",
        "131:197", "132:197", "133:0", "134:7", "135:90\u{1F}00FF\u{1F}9", "136:2",
        "137:1\u{1F}100\u{1F}14\u{1F}56\u{1F}1\u{1F}60\u{1E}2\u{1F}0\u{1F}399\u{1F}179\u{1F}2\u{1F}100",
        "138:1\u{1F}0\u{1F}0\u{1E}1\u{1F}2\u{1F}9", "139:150\u{1F}250\u{1F}90",
        "140:120\u{1F}103\u{1E}130\u{1F}140\u{1F}10", "141:20\u{1F}30", "300:kept",
    ]
    static let header = [
        "002:0500", "003:1\u{1F}1\u{1E}9\u{1F}01", "004:FMR", "005:20261126", "007:A", "008:B", "009:1",
        "011:00.00", "012:00.00",
    ]

    static func transaction(_ fields: [String] = minutiaeFields) -> [UInt8] { tagged(1, header) + tagged(9, fields) }

    @Test("every field is read, and what is not of the block is kept")
    func whole() throws {
        let bytes = Self.transaction()
        let record = try TemplateRecord(decoding: bytes)
        #expect(record.format == .ansiNIST && record.deviations.isEmpty)
        let view = record.views[0]
        #expect((view.position, view.number, view.impression) == (.leftIndex, 0, .liveScanRolled))
        #expect(view.qualities == [RecordQuality(score: 90, vendor: 255, algorithm: 9)])
        #expect(view.minutiae.map(\.angle) == [56, 179] && view.minutiae.map(\.y) == [14, 399])
        let points = CoresAndDeltas(
            cores: [SingularPoint(x: 150, y: 250, angles: [90])],
            deltas: [SingularPoint(x: 120, y: 103), SingularPoint(x: 130, y: 140, angles: [10, 20, 30])])
        let counts = RidgeCounts(method: 1, counts: [RidgeCount(first: 1, second: 2, count: 9)])
        #expect(view.extendedData == [.ridgeCounts(counts), .coresAndDeltas(points)])
        #expect(view.otherFields.map(\.number) == [2, 4, 126, 127, 300])
        #expect(try record.encoded() == bytes)
        #expect(try record.templates()[0].minutiae.map(\.angle) == [80, 255])
    }

    @Test("other records are passed over: text, and binary with its length in four bytes")
    func otherRecords() throws {
        let content = "003:1\u{1F}4\u{1E}2\u{1F}00\u{1E}4\u{1F}01\u{1E}9\u{1F}02\u{1E}9\u{1F}03"
        let binary: [UInt8] = [0, 0, 0, 9, 0x1C, 0x1D, 0x39, 0x2E, 0x30]
        let bytes =
            Self.tagged(1, ["002:0500", content]) + Self.tagged(2, ["002:00", "003:free text"]) + binary
            + Self.tagged(9, ["002:02", "300:features of another kind"]) + Self.tagged(9, Self.minutiaeFields)
        let record = try TemplateRecord(decoding: bytes)
        #expect(record.views.count == 1)
        #expect(record.deviations == [TemplateDeviation(.recordPassedOver)])
    }

    @Test("pixels per inch become pixels per centimetre")
    func inches() throws {
        let inches = ["130:2": "130:1", "131:197": "131:500", "132:197": "132:500"]
        let fields = Self.minutiaeFields.map { inches[$0] ?? $0 }
        #expect(try TemplateRecord(decoding: Self.transaction(fields)).views[0].image.horizontalResolution == 197)
    }

    @Test("what is spoiled is refused by name", arguments: [
        ("128:300", "128:0", TemplateError.Code.outOfRange, "view 1: 9.128: image width"),
        ("130:2", "130:3", .outOfRange, "view 1: 9.130: scale units"),
        ("131:197", "131:20", .outOfRange, "view 1: horizontal resolution"),
        ("133:0", "133:16", .outOfRange, "view 1: 9.133: view number"),
        ("134:7", "134:99", .badCode, "view 1: 9.134: finger position"),
        ("003:1", "003:99", .badCode, "view 1: 9.003: impression type"),
        ("135:90", "135:101", .outOfRange, "view 1: 9.135: quality"),
        ("00FF", "00FG", .badCode, "view 1: 9.135: vendor"),
        ("00FF", "-0FF", .badCode, "view 1: 9.135: vendor"),
        ("137:1\u{1F}", "137:2\u{1F}", .outOfRange, "view 1: 9.137: minutia 1: number"),
        ("\u{1F}100\u{1F}14", "\u{1F}301\u{1F}14", .outOfRange, "view 1: 9.137: minutia 1: x"),
        ("\u{1F}179\u{1F}2", "\u{1F}180\u{1F}2", .outOfRange, "view 1: 9.137: minutia 2: angle"),
        ("\u{1F}1\u{1F}60", "\u{1F}3\u{1F}60", .outOfRange, "view 1: 9.137: minutia 1: type"),
        ("\u{1F}60\u{1E}", "\u{1E}", .badLength, "view 1: 9.137: minutia 1: items"),
        ("141:20\u{1F}30", "141:20", .badLength, "view 1: 9.141: angles"),
        ("128:300", "151:300", .outOfRange, "view 1: 9.128: image width"),
    ])
    func refused(old: String, new: String, code: TemplateError.Code, field: String) {
        let fields = Self.minutiaeFields.map { $0.replacing(old, with: new) }
        let error = #expect(throws: TemplateError.self) { try NISTType9.decode(Self.transaction(fields)) }
        #expect(error?.code == code)
        #expect(error?.field == field)
    }

    @Test("a field that occurs twice is refused")
    func twice() {
        let error = #expect(throws: TemplateError.self) {
            try NISTType9.decode(Self.transaction(Self.minutiaeFields + [Self.minutiaeFields[14]]))
        }
        #expect(error?.code == .badCode && error?.field == "field 9.137")
    }

    @Test("a wrong count of minutiae is reported, the minutiae are read")
    func count() throws {
        let fields = Self.minutiaeFields.map { $0.replacing("136:2", with: "136:3") }
        let record = try TemplateRecord(decoding: Self.transaction(fields))
        #expect(record.deviations == [TemplateDeviation(.minutiaCount, view: 1)])
        #expect(record.views[0].minutiae.count == 2)
    }

    @Test("cut short anywhere, the transaction is refused")
    func everyTruncation() {
        let whole = Self.transaction()
        for count in 0..<whole.count {
            #expect(throws: TemplateError.self) { try NISTType9.decode(Array(whole[..<count])) }
        }
    }

    @Test("every value of every byte: no crash, and what is accepted is written and read as itself")
    func everySingleByte() throws {
        let whole = Self.transaction()
        for offset in whole.indices {
            var bytes = whole
            for value in UInt8.min...UInt8.max {
                bytes[offset] = value
                guard let record = try? NISTType9.decode(bytes), let written = try? record.encoded() else { continue }
                var back = try NISTType9.decode(written)
                // Fields the standard demands are added where they are missing.
                for view in back.views.indices { back.views[view].otherFields = record.views[view].otherFields }
                #expect(back.views == record.views, "byte \(offset) is \(value)")
            }
        }
    }
}
