package import TamgaWire

// The answers to changes, for scripts: keys, their order, and what is a number.

extension Enrolled {
    package var json: JSON { .object([("person", .string(person))] + figures) }
}

extension EncounterAdded {
    package var json: JSON { .object([("person", .string(person)), ("encounter", .integer(sequence))] + figures) }
}

extension Updated {
    package func json(encounter: UInt64) -> JSON {
        .object([("person", .string(person)), ("encounter", .integer(encounter))] + figures)
    }
}

extension IntakeAnswer {
    fileprivate var figures: [(String, JSON)] {
        changeFigures(references, sequence, snapshot, microseconds) + warnings.json
    }
}

extension Merged {
    package func json(other: String) -> JSON {
        .object(
            [("person", .string(person)), ("other", .string(other))]
                + changeFigures(references, sequence, snapshot, microseconds))
    }
}

private func changeFigures(
    _ templates: UInt32, _ sequence: UInt64, _ snapshot: UInt64, _ microseconds: UInt64
) -> [(String, JSON)] {
    [
        ("templates", .integer(templates)), ("sequence", .integer(sequence)), ("snapshot", .integer(snapshot)),
        ("milliseconds", .thousandths(microseconds)),
    ]
}

extension Deleted {
    package var json: JSON {
        .object([
            ("person", .string(person)), ("templates", .integer(references)), ("sequence", .integer(sequence)),
        ] + (receipt.map { [("receipt", .object($0.json))] } ?? []))
    }
}

extension DeletionReceipt {
    /// Times in milliseconds and bytes in hexadecimal: what is hashed again must not have been rounded.
    var json: [(String, JSON)] {
        [
            ("deletedAt", .integer(deletedAt)), ("salt", .string(hex(salt))), ("content", .string(hex(content))),
            ("digest", .string(hex(digest))), ("chain", .string(hex(chain))),
        ]
    }
}

/// Bytes as hexadecimal digits, two each.
func hex(_ bytes: [UInt8]) -> String {
    bytes.map { byte in
        let digits = String(byte, radix: 16)
        return digits.count == 1 ? "0\(digits)" : digits
    }
    .joined()
}
