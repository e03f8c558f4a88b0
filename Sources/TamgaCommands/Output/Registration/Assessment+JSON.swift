package import TamgaWire

// The shapes scripts rely on: keys, their order, and what is a number. Words are those of the wire.
extension Assessment {
    /// The answer as one object.
    ///
    /// - Parameter key: of the request; nil where it had none.
    package func json(key: WireKey?) -> JSON {
        .object(
            [
                ("outcome", .string(outcome.text)), ("verdict", .string(verdict.text)), ("person", JSON(person)),
                ("identifiers", .array(identifiers.map(JSON.string))), ("owners", .array(owners.map(JSON.string))),
                ("doubts", .array(doubts.map { .string($0.text) })), ("swap", .string(swapName(swap))),
                ("next", .array(next.map { .string($0.text) })), ("capture_next", JSON(captureNext.map(positionName))),
                ("candidates", .array(candidates.map(\.json))), ("bans", .array(bans.map(\.json))),
                ("refusals", .array(refusals.map(\.json))),
                ("search", search?.json ?? .null),
            ] + warnings.json + [
                ("due", JSON(due?.text)), ("alerts", .integer(alerts)),
                ("sequence", sequence.map { .integer($0) } ?? .null), ("replay", .bool(isReplay)),
                ("milliseconds", .thousandths(microseconds)),
            ] + (key.map { [("key", .string($0.text))] } ?? []))
    }
}

extension AssessmentCandidate {
    var json: JSON {
        .object([
            ("person", .string(person)), ("score", .thousandths(score)), ("hit", .bool(isHit)),
            ("swap", .string(swapName(swap))),
        ])
    }
}

extension BanInForce {
    var json: JSON {
        .object([
            ("person", .string(person)), ("removal", .string(removal.text)), ("kind", .string(kind.text)),
            ("ground", .string(ground)), ("owner", .string(owner.text)), ("from", .string(from)),
            ("until", JSON(until)),
        ])
    }
}

extension EarlierRefusal {
    var json: JSON {
        .object([
            ("claim", .string(claim)), ("fact", .string(fact.text)), ("at", .string(isoTime(milliseconds: at))),
            ("agency", .string(agency.text)), ("station", .string(station)),
        ])
    }
}

extension SearchSummary {
    var json: JSON {
        .object([
            ("searched", .integer(searched)), ("gallery", .integer(gallery)), ("not_compared", .integer(notCompared)),
            ("snapshot", .integer(snapshot)), ("matcher", .string(matcher)), ("threshold", .thousandths(threshold)),
            ("doubtful_threshold", .thousandths(doubtfulThreshold)), ("fpir", .number(shareText(targetFPIR))),
            ("fpir_lowest", .number(shareText(lowestFPIR))), ("fpir_highest", .number(shareText(highestFPIR))),
        ])
    }
}
