package import TamgaWire

// The answers to changes, for people.

extension Enrolled {
    package var text: String {
        "enrolled \(person): \(references) templates, change \(sequence), snapshot \(snapshot), "
            + "\(Decimal3(microseconds).text) ms" + warnings.map { "\n\($0.line)" }.joined()
    }
}

extension EncounterAdded {
    package var text: String {
        "added encounter \(sequence) to \(person): \(references) templates now, snapshot \(snapshot), "
            + "\(Decimal3(microseconds).text) ms" + warnings.map { "\n\($0.line)" }.joined()
    }
}

extension Updated {
    package func text(encounter: UInt64) -> String {
        "updated encounter \(encounter) of \(person): \(references) templates now, change \(sequence), "
            + "snapshot \(snapshot), \(Decimal3(microseconds).text) ms" + warnings.map { "\n\($0.line)" }.joined()
    }
}

extension Merged {
    package func text(other: String) -> String {
        "merged \(other) into \(person): \(references) templates now, change \(sequence), snapshot \(snapshot), "
            + "\(Decimal3(microseconds).text) ms"
    }
}

extension Deleted {
    package var text: String {
        "deleted \(person): \(references) templates, change \(sequence)" + (receipt.map { "\n\($0.text)" } ?? "")
    }
}

extension DeletionReceipt {
    var text: String {
        Table.pairs([
            ("receipt of", isoTime(milliseconds: deletedAt)), ("salt", hex(salt)), ("content", hex(content)),
            ("digest", hex(digest)), ("chain", hex(chain)),
        ])
    }
}
