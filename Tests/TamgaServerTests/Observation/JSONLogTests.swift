import Foundation
import Logging
import TamgaServer
import Testing

/// A log that programs read: one object a line, whatever is in it.
@Suite struct JSONLogTests {
    private struct Line: Decodable, Equatable {
        var time, level, label, source, message: String
        var metadata: [String: Value]?
    }

    private enum Value: Decodable, Equatable {
        case text(String), number(Double), truth(Bool), list([Value]), object([String: Value])

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if let value = try? container.decode(Bool.self) {
                self = .truth(value)
            } else if let value = try? container.decode(Double.self) {
                self = .number(value)
            } else if let value = try? container.decode(String.self) {
                self = .text(value)
            } else if let value = try? container.decode([Value].self) {
                self = .list(value)
            } else {
                self = .object(try container.decode([String: Value].self))
            }
        }
    }

    @Test func everythingIsInTheLine() throws {
        let (logger, texts) = Self.logger()
        var named = logger
        named[metadataKey: "session"] = "7"
        named.warning(
            "request answered",
            metadata: [
                "request": "18446744073709551615", "count": .stringConvertible(UInt64.max),
                "share": .stringConvertible(0.25),
                "nothing": .stringConvertible(Double.nan), "yes": .stringConvertible(true), "list": ["a", ["b": "c"]],
            ])
        let text = try #require(texts.withLock { $0.first })
        let line = try Self.decode(text)
        #expect(line.level == "warning" && line.label == "test" && line.message == "request answered")
        #expect(line.time == "2023-11-14T22:13:20.000Z")
        #expect(
            line.metadata == [
                "session": .text("7"), "request": .text("18446744073709551615"),
                "count": .number(18_446_744_073_709_551_615), "share": .number(0.25), "nothing": .text("nan"),
                "yes": .truth(true), "list": .list([.text("a"), .object(["b": .text("c")])]),
            ])
        #expect(text.contains("\"count\":18446744073709551615,"))
    }

    @Test(arguments: [
        "plain", "\"quoted\"", "back\\slash", "line\nfeed", "carriage\r\nreturn", "tab\t", "\u{0}", "\u{1B}[31mred",
        "\u{7F}", "\u{85}", "\u{2028}\u{2029}", "指纹 ✓ é", "{\"message\":\"forged\"}", "\",\"level\":\"critical", "",
        "👨‍👩‍👧", "\\u0041", "\u{FEFF}",
    ]) func anyTextStaysOneLineAndIsReadBack(text: String) throws {
        let (logger, texts) = Self.logger()
        logger.info("\(text)", metadata: ["key \(text)": "\(text)"])
        let lines = texts.withLock { $0 }
        #expect(lines.count == 1 && lines[0].hasSuffix("}\n"))
        let bare = lines[0].dropLast()
        #expect(bare.unicodeScalars.allSatisfy { $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value) })
        #expect(!bare.unicodeScalars.contains { $0 == "\u{2028}" || $0 == "\u{2029}" })
        let line = try Self.decode(lines[0])
        #expect(Array(line.message.unicodeScalars) == Array(text.unicodeScalars))
        #expect(line.metadata?["key \(text)"] == .text(text) && line.level == "info")
    }

    @Test func theErrorOfAnEventIsToldAndTheLevelKept() throws {
        let (logger, texts) = Self.logger()
        logger.log(level: .error, "failed", error: Failure("a \"reason\""))
        logger.debug("not seen")
        #expect(try texts.withLock { try $0.map(Self.decode) }.map(\.metadata) == [["error": .text("a \"reason\"")]])
    }

    @Test func theTimeIsThatOfTheCalendar() throws {
        for (milliseconds, text) in [
            (0, "1970-01-01T00:00:00.000Z"), (-1, "1969-12-31T23:59:59.999Z"),
            (951_782_399_999, "2000-02-28T23:59:59.999Z"), (951_782_400_000, "2000-02-29T00:00:00.000Z"),
            (1_798_761_600_042, "2027-01-01T00:00:00.042Z"),
        ] as [(Int64, String)] {
            let (logger, texts) = Self.logger(at: milliseconds)
            logger.info("x")
            #expect(try Self.decode(texts.withLock { $0[0] }).time == text)
        }
    }

    private static func decode(_ line: String) throws -> Line {
        try JSONDecoder().decode(Line.self, from: Data(line.utf8))
    }

    private static func logger(at time: Int64 = 1_700_000_000_000) -> (Logger, Texts) {
        let texts = Texts()
        return (
            Logger(label: "test") { label in
                JSONLogHandler(label: label, clock: FixedClock(time: time)) { texts.append($0) }
            }, texts
        )
    }
}
