package import TamgaClient
package import TamgaWire

/// What came back of a request.
package enum Reply: Sendable, Hashable {
    case identified(Identified)
    case verified(Verified)
    case enrolled(Enrolled)
    case registered(Assessment)
    case failed(ClientError)

    /// Milliseconds after which the server would have it asked again; nil where it does not say.
    package var retryAfter: UInt32? {
        guard case .failed(let error) = self else { return nil }
        return error.answer?.retryAfter
    }
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
    /// Who was there before the load; nil where it is not known, and the extent of searches not judged.
    private let census: Census?

    package init(_ census: Census?) { self.census = census }

    package func verdict(_ reply: Reply, _ expectation: ExpectedAnswer) -> Verdict {
        switch (reply, expectation) {
        case (.failed(let error), _): Self.verdict(error)
        case (.identified(let answer), .mate(let person, let fingers)): verdict(answer, fingers, mate: person)
        case (.identified(let answer), .nobody(let fingers)): verdict(answer, fingers, mate: nil)
        case (.verified(let answer), .verification(let person, let isMated)):
            Self.verdict(answer, person: person, isMated: isMated)
        case (.enrolled(let answer), .enrolled(let person, let templates)):
            Self.verdict(answer, person: person, templates: templates)
        case (.registered(let answer), .newPerson(let fingers)): verdict(answer, fingers, wasBrought: false)
        case (.registered(let answer), .broughtBefore(let fingers)): verdict(answer, fingers, wasBrought: true)
        default: .wrong("an answer of another kind")
        }
    }
}

extension Judge {
    private func verdict(_ answer: Identified, _ fingers: Int, mate: String?) -> Verdict {
        guard let decision = answer.decision, answer.candidates.allSatisfy({ $0.isHit != nil }) else {
            return .wrong("no decision who is a hit")
        }
        let fault = census?.fault(
            probe: fingers, searched: answer.searched, gallery: answer.gallery, compared: decision.persons)
        if let fault { return .wrong(fault) }
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

    private func verdict(_ answer: Assessment, _ fingers: Int, wasBrought: Bool) -> Verdict {
        guard !answer.isReplay else { return .wrong("the answer to another request") }
        guard let search = answer.search else { return .wrong("a registration without a search") }
        let fault = census?.fault(
            probe: fingers, searched: search.searched, gallery: search.gallery, compared: nil)
        if let fault { return .wrong(fault) }
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
