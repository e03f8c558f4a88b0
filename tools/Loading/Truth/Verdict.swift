package import TamgaClient
package import TamgaWire

/// What came back of a request.
package enum Reply: Sendable, Hashable {
    case identified(Identified)
    case verified(Verified)
    case enrolled(Enrolled)
    case registered(Assessment)
    case failed(ClientError)
}

/// What a reply is worth, by what is known of the persons.
package enum Verdict: Sendable, Hashable {
    /// As expected.
    case ok
    /// The matcher did not find who is there, or left a registration undecided: an error rate of its own, and no fault
    /// of the server under load.
    case missed
    /// Must not be, in words: somebody else named, a search of a part only, an answer that belongs to no such request.
    case wrong(String)
    /// The server said that it would not, and why: the error code's name.
    case refused(String)
    /// No answer came: the reason.
    case lost(String)
}

/// Holds replies against what is known.
package struct Judge: Sendable, Hashable {
    /// Templates that were in the gallery before the load: a search that saw fewer did not see all.
    package let templates: UInt64

    package init(templates: UInt64) { self.templates = templates }

    package func verdict(_ reply: Reply, _ expectation: Expectation) -> Verdict {
        switch (reply, expectation) {
        case (.failed(let error), _): Self.verdict(error)
        case (.identified(let answer), .mate(let person)): verdict(answer, mate: person)
        case (.identified(let answer), .nobody): verdict(answer, mate: nil)
        case (.verified(let answer), .verification(let person, let isMated)):
            Self.verdict(answer, person: person, isMated: isMated)
        case (.enrolled(let answer), .enrolled(let person, let templates)):
            Self.verdict(answer, person: person, templates: templates)
        case (.registered(let answer), .newPerson): Self.verdict(answer, wasBrought: false)
        case (.registered(let answer), .broughtBefore): Self.verdict(answer, wasBrought: true)
        default: .wrong("an answer of another kind")
        }
    }
}

extension Judge {
    private func verdict(_ answer: Identified, mate: String?) -> Verdict {
        guard answer.searched == answer.gallery else {
            return .wrong("\(answer.searched) of \(answer.gallery) templates searched")
        }
        guard answer.gallery >= templates else {
            return .wrong("a gallery of \(answer.gallery) templates, \(templates) were enrolled")
        }
        guard answer.decision != nil, answer.candidates.allSatisfy({ $0.isHit != nil }) else {
            return .wrong("no decision who is a hit")
        }
        guard answer.candidates.enumerated().allSatisfy({ $0.element.rank == $0.offset + 1 }) else {
            return .wrong("candidates that are not in the order of their ranks")
        }
        let hits = answer.candidates.filter { $0.isHit == true }
        if let stranger = hits.first(where: { $0.person != mate }) {
            return .wrong("\(stranger.person) named, expected \(mate ?? "nobody")")
        }
        guard let mate else { return .ok }
        if let hit = hits.first {
            return hit.rank == 1 ? .ok : .wrong("\(mate) is a hit at rank \(hit.rank), above it is no hit")
        }
        return .missed
    }

    private static func verdict(_ answer: Verified, person: String, isMated: Bool) -> Verdict {
        guard answer.person == person else { return .wrong("a verification of another person") }
        guard answer.compared > 0 else { return .wrong("no template was compared") }
        let isMatch = answer.score >= LoadLimits.verifiedScore
        if isMated { return isMatch ? .ok : .missed }
        return isMatch ? .wrong("fingers of somebody else taken for those of \(person)") : .ok
    }

    private static func verdict(_ answer: Enrolled, person: String, templates: Int) -> Verdict {
        guard answer.person == person else { return .wrong("an enrolment of another person") }
        guard answer.references == templates else {
            return .wrong("\(answer.references) templates enrolled, \(templates) sent")
        }
        return .ok
    }

    private static func verdict(_ answer: Assessment, wasBrought: Bool) -> Verdict {
        guard !answer.isReplay else { return .wrong("the answer to another request") }
        guard let search = answer.search, search.searched == search.gallery else {
            return .wrong("a registration without a whole search")
        }
        switch answer.outcome.text {
        case "registered": return .ok
        case "not-registered":
            if answer.verdict.text == "inconclusive" { return .missed }
            return wasBrought ? .ok : .wrong("a new person taken for \(answer.person ?? "somebody registered")")
        default: return .wrong("outcome \(answer.outcome.text)")
        }
    }

    private static func verdict(_ error: ClientError) -> Verdict {
        switch error.code {
        case .refused: .refused(error.answer?.code.name ?? "unknown")
        case .protocolViolation, .invalidRequest: .wrong(error.description)
        case .timeout, .connectionLost, .closed, .cancelled, .cannotReach, .handshakeRefused, .serverUntrusted,
            .configuration:
            .lost(error.code.rawValue)
        }
    }
}
