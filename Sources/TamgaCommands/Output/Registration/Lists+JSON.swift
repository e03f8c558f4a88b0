internal import Foundation
internal import TamgaWire

extension AlertEntry {
    var json: JSON {
        .object([
            ("fact", .string(fact.text)), ("person", .string(person)), ("at", .string(isoTime(milliseconds: at))),
            ("agency", .string(agency.text)), ("station", .string(station)), ("removal", .string(removal.text)),
            ("came_as", JSON(cameAs)), ("score", .thousandths(score)), ("claims", .array(claims.map(JSON.string))),
            ("seen", .bool(isSeen)),
        ])
    }
}

extension DueEntry {
    var json: JSON {
        let fingers = notTaken.map { (positionName($0.position), JSON.string($0.reason.text)) }
        return .object([
            ("fact", .string(fact.text)), ("person", JSON(person)), ("since", .string(isoTime(milliseconds: since))),
            ("claims", .array(claims.map(JSON.string))), ("not_taken", .object(fingers)), ("place", JSON(place)),
        ])
    }
}

extension HistoryEntry {
    var json: JSON {
        .object([
            ("fact", .string(fact.text)), ("at", .string(isoTime(milliseconds: at))),
            ("agency", .string(agency.text)), ("station", .string(station)), ("officer", JSON(officer)),
            ("kind", .string(kind.text)), ("content", .embedded(content)),
        ])
    }
}

extension Certified {
    func json(_ person: String, _ path: String) -> JSON {
        .object([
            ("person", .string(person)), ("serial", .string(serial)), ("file", .string(path)),
            ("bytes", .integer(file.count)), ("milliseconds", .thousandths(microseconds)),
        ])
    }
}

extension JSON {
    /// A text that is JSON already, in one line; a string where it is not, so that the line stays an object.
    static func embedded(_ text: String) -> JSON {
        let isOneLine = !text.unicodeScalars.contains { $0.value < 0x20 }
        let isJSON = (try? JSONSerialization.jsonObject(with: Data(text.utf8), options: .fragmentsAllowed)) != nil
        return isOneLine && isJSON ? .number(text) : .string(text)
    }
}
