import TamgaWire

// From which score on a candidate is a hit, in words and for scripts.

extension SearchDecision {
    /// One line for people.
    var text: String {
        "threshold \(threshold.scoreText): among \(persons) persons compared, 1 search in \(oneIn) of somebody not "
            + "enrolled is meant to reach it (FPIR \(shareText(targetFPIR)); it may really be "
            + "\(shareText(lowestFPIR)) to \(shareText(highestFPIR)))"
    }

    /// `1000` for a rate of 0.001.
    private var oneIn: String {
        let searches = 1e9 / Double(max(1, targetFPIR))
        return searches < 10 ? Decimal3(rounding: searches).text : "\(UInt64(searches.rounded()))"
    }

    var json: [(String, JSON)] {
        [
            ("threshold", .thousandths(threshold)), ("fpir", .number(shareText(targetFPIR))),
            ("fpir_lowest", .number(shareText(lowestFPIR))), ("fpir_highest", .number(shareText(highestFPIR))),
            ("persons", .integer(persons)), ("look", .string(swapName(look))),
        ]
    }
}

extension Identified {
    /// Candidates at or above the threshold; nil where the server names none.
    var hits: Int? { decision == nil ? nil : candidates.count { $0.isHit == true } }
}

extension Candidate {
    /// `hit`, `below threshold`, or nothing where the server does not say.
    var verdict: String {
        switch isHit {
        case true?: "hit"
        case false?: "below threshold"
        case nil: ""
        }
    }
}

/// Parts per 10^9 as a share: `0.001`, `1e-09`, valid JSON too.
func shareText(_ parts: UInt32) -> String { parts == 0 ? "0" : "\(Double(parts) / 1e9)" }

/// The name of a code of ``WireSwap`` in JSON.
func swapName(_ code: UInt8) -> String {
    switch code {
    case WireSwap.none: "none"
    case WireSwap.handsExchanged: "hands-exchanged"
    case WireSwap.fingersExchanged: "fingers-exchanged"
    default: "\(code)"
    }
}

/// For people, where something was exchanged.
func swapWarning(_ code: UInt8?) -> String? {
    guard let code, code != WireSwap.none else { return nil }
    switch code {
    case WireSwap.handsExchanged: return "HANDS EXCHANGED"
    case WireSwap.fingersExchanged: return "FINGERS EXCHANGED"
    default: return "EXCHANGED (\(code))"
    }
}
