import TamgaClient
import TamgaCommands
import TamgaTemplates
import TamgaWire
import Testing

/// What the command line's values mean, and which are refused.
@Suite struct InputTests {
    @Test(arguments: [
        ("localhost:7000", "localhost", 7_000), ("10.0.0.1:1", "10.0.0.1", 1), ("[::1]:65535", "::1", 65_535),
    ])
    func address(text: String, host: String, port: Int) throws {
        let address = try ServerAddress(text)
        #expect(address.host == host)
        #expect(address.port == port)
    }

    @Test(arguments: ["", "host", "host:", ":1", "host:0", "host:65536", "host:x", "::1:7000", "[]:1", "host:-1"])
    func badAddress(text: String) {
        #expect(usage { () throws(CommandError) in try ServerAddress(text) }?.field == "--server")
    }

    @Test(arguments: [
        ("right-index=a.iso", FingerPosition.rightIndex, "a.iso"), ("7=x=y.iso", .leftIndex, "x=y.iso"),
        ("0=/d/a.iso", .unknown, "/d/a.iso"), ("unknown=a", .unknown, "a"), ("record=a", nil, "a"),
        ("10=a", .leftLittle, "a"),
    ] as [(String, FingerPosition?, String)])
    func finger(text: String, position: FingerPosition?, path: String) throws {
        let option = try FingerOption(text)
        #expect(option.position == position)
        #expect(option.path == path)
    }

    @Test(arguments: ["a.iso", "right-index=", "=a.iso", "11=a", "-1=a", "Right-Index=a", "thumb=a", ""])
    func badFinger(text: String) {
        #expect(usage { () throws(CommandError) in try FingerOption(text) }?.field == "--finger")
    }

    @Test func numbers() throws {
        let set = try NumberSet("1,3-5,9-9", option: "--impressions")
        #expect((0...10).filter(set.contains) == [1, 3, 4, 5, 9])
        for text in ["", ",", "1,", "a", "3-2", "1-2-3", "-1", "1-", "+1", " 1", "99999999999999999999"] {
            let error = usage { () throws(CommandError) in try NumberSet(text, option: "--fingers") }
            #expect(error?.field == "--fingers", "\(text)")
        }
    }

    @Test func settingsComeFromOptionsThenFromTheEnvironment() throws {
        let environment = [
            "TAMGA_SERVER": "a:1", "TAMGA_CERTIFICATE": "c", "TAMGA_PRIVATE_KEY": "k", "TAMGA_CA": "ca",
        ]
        let none = StationSettings(server: nil, certificate: nil, privateKey: nil, authority: nil)
        let given = StationSettings(server: "b:2", certificate: "d", privateKey: "l", authority: "cb")
        let one = try none.configuration(environment: environment, clientName: "t")
        let other = try given.configuration(environment: environment, clientName: "t")
        #expect([one.host, one.certificate, one.privateKey, one.authority] == ["a", "c", "k", "ca"])
        #expect([other.host, other.certificate, other.privateKey, other.authority] == ["b", "d", "l", "cb"])
        for (variable, option) in [
            ("TAMGA_SERVER", "--server"), ("TAMGA_CERTIFICATE", "--certificate"),
            ("TAMGA_PRIVATE_KEY", "--private-key"), ("TAMGA_CA", "--ca"),
        ] {
            var short = environment
            short[variable] = nil
            let error = usage { () throws(CommandError) in
                try none.configuration(environment: short, clientName: "t")
            }
            #expect(error?.field == option)
        }
    }

    @Test func recordsAreReadWhole() throws {
        let folder = try Folder([
            "a": "abcd", "card": "abc", "empty": "", "full": String(repeating: "x", count: 65_536),
            "long": String(repeating: "x", count: 65_537),
        ])
        #expect(try RecordFile.read("\(folder.path)/a", position: nil, format: .iso2005).record == Array("abcd".utf8))
        let card = try RecordFile.read("\(folder.path)/card", position: nil, format: .iso2005CardCompact)
        #expect(card.format == 7)
        let unstated = usage { () throws(CommandError) in
            try RecordFile.read("\(folder.path)/card", position: nil)
        }
        #expect(unstated?.field == "--format" && unstated?.limit == "iso-2005-card-compact")
        #expect(try RecordFile.read("\(folder.path)/full", position: .leftRing, format: .iso2005).position == 9)
        let unknown = usage { () throws(CommandError) in try RecordFile.read("\(folder.path)/a", position: nil) }
        #expect(unknown?.message.contains("\(folder.path)/a") == true && unknown?.limit?.contains("iso-2011") == true)
        for name in ["empty", "long", "missing", ""] {
            let path = "\(folder.path)/\(name)"
            let error = usage { () throws(CommandError) in try RecordFile.read(path, position: nil) }
            #expect(error?.message.contains(path) == true)
        }
        #expect(usage { () throws(CommandError) in try RecordFile.names(in: "\(folder.path)/missing") } != nil)
        #expect(usage { () throws(CommandError) in try RecordFile.read([]) }?.field == "--finger")
    }

    @Test func aFingerThatIsRefusedIsNamedByItsOption() {
        let arguments = ["tamga", "identify", "--finger", "right-thumb=a.iso", "--json", "--finger=left-index=b.iso"]
        func message(_ field: String?) -> String {
            CommandError(.refused, code: "bad-template", message: "cut", field: field).naming(fingersOf: arguments)
                .message
        }
        #expect(message("finger[0]") == "right-thumb=a.iso: cut")
        #expect(message("finger[1].record") == "left-index=b.iso: cut")
        for field in ["finger[2]", "finger[", "finger[x]", "person", nil] { #expect(message(field) == "cut") }
    }

    @Test func whoComesThereByChanceIsAPlainNumber() {
        func text(_ searched: UInt64) -> String { ByChance(thousandths: 1_000, searched: searched).text }
        #expect([80, 94, 97, 100, 214].map(text) == ["8", "9", "10", "10", "21"])
    }

    @Test(arguments: ClientError.Code.allCases) func exitStatus(code: ClientError.Code) {
        let expected: CommandStatus =
            switch code {
            case .configuration, .invalidRequest: .usage
            case .refused: .refused
            default: .unreachable
            }
        #expect(CommandError(ClientError(code, "x")).status == expected)
        #expect([CommandStatus.done, .usage, .refused, .unreachable].map(\.rawValue) == [0, 2, 3, 4])
    }
}
