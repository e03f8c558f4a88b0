internal import TamgaTemplates
package import TamgaWire

// The shapes scripts rely on: keys, their order, and what is a number.

extension Identified {
    /// The answer to one probe; `probe` is nil where the fingers were named on the command line.
    package func json(probe: String?) -> JSON {
        .object([
            ("probe", JSON(probe)), ("candidates", .array(candidates.map(\.json))),
            ("searched", .integer(searched)), ("gallery", .integer(gallery)), ("snapshot", .integer(snapshot)),
            ("matcher", .string(matcher)), ("milliseconds", .thousandths(microseconds)),
            ("rotation", .number(degrees(rotation))),
        ] + (hits.map { [("hits", .integer($0))] } ?? []) + (decision?.json ?? []) + warnings.json
            + (fencedPersons.map { [("fenced_persons", .integer($0))] } ?? []))
    }
}

extension Candidate {
    var json: JSON {
        .object([
            ("person", .string(person)), ("rank", .integer(rank)), ("score", .thousandths(score)),
            ("fingers", .array(fingers.map(\.json))),
        ] + (isHit.map { [("hit", .bool($0))] } ?? []) + (swap.map { [("swap", .string(swapName($0)))] } ?? []))
    }
}

extension FingerScore {
    var json: JSON {
        .object([
            ("position", .string(positionName(position))),
            ("reference_position", .string(positionName(referencePosition))), ("score", .thousandths(score)),
        ])
    }
}

extension Verified {
    package var json: JSON {
        .object([
            ("person", .string(person)), ("score", .thousandths(score)), ("fingers", .array(fingers.map(\.json))),
            ("compared", .integer(compared)), ("snapshot", .integer(snapshot)), ("matcher", .string(matcher)),
            ("milliseconds", .thousandths(microseconds)),
        ] + (rotation.map { [("rotation", .number(degrees($0)))] } ?? [])
            + (swap.map { [("swap", .string(swapName($0)))] } ?? []) + warnings.json)
    }
}

extension [TemplateWarning] {
    /// A member of its own where there are any.
    var json: [(String, JSON)] {
        guard !isEmpty else { return [] }
        let warnings = map { warning in
            JSON.object([
                ("record", .integer(warning.finger)), ("view", .integer(warning.view)),
                ("flaw", .string(warning.flaw)), ("text", .string(warning.text)),
            ])
        }
        return [("warnings", .array(warnings))]
    }
}

extension Person {
    package var json: JSON {
        .object([
            ("person", .string(person)), ("enrolled", .string(isoTime(milliseconds: enrolledAt))),
            ("sequence", .integer(sequence)), ("fingers", .array(fingers.map(\.json))),
        ] + (encounters.isEmpty ? [] : [("encounters", .array(encounters.map(\.json)))]))
    }
}

extension Encounter {
    var json: JSON {
        .object([
            ("number", .integer(number)), ("taken", .string(isoTime(milliseconds: takenAt))),
            ("changed", .integer(changed)),
        ])
    }
}

extension EnrolledFinger {
    var json: JSON {
        .object([
            ("position", .string(positionName(position))), ("format", .integer(format)),
            ("quality", .integer(quality)), ("minutiae", .integer(minutiae)),
        ] + (encounter.map { [("encounter", .integer($0))] } ?? []))
    }
}

extension Statistics {
    package var json: JSON {
        .object([
            ("server", .string(server)), ("matcher", .string(matcher)), ("persons", .integer(persons)),
            ("templates", .integer(references)), ("snapshot", .integer(snapshot)), ("shards", .integer(shards)),
            ("connections", .integer(connections)), ("uptime_seconds", .thousandths(uptimeMilliseconds)),
            ("requests", .object(requests.map { ($0.kind, $0.json) })),
        ])
    }
}

extension RequestCount {
    var json: JSON { .object([("answered", .integer(answered)), ("refused", .integer(refused))]) }
}

/// 1/256 turns in degrees, with three digits.
func degrees(_ steps: UInt8) -> String { Decimal3(rounding: Double(steps) * 360 / 256).text }

/// The name of a position's code, such as `right-index`; the code itself where this program does not know it.
func positionName(_ code: UInt8) -> String {
    FingerPosition(rawValue: code)?.name ?? "\(code)"
}
