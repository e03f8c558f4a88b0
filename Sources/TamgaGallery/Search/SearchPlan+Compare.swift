import TamgaMatcher
import TamgaRegistry
import TamgaTemplates

/// Stage 3: B, every finger of the probe against every template of the finalists it may equal.
extension SearchPlan {
    /// A finalist who reached the floor, and where to find the person again.
    struct Found: Sendable {
        let key: PersonKey
        let candidate: Candidate
        var score: Float { candidate.score }
    }

    /// Those who reach the floor, best first; ties by the bytes of the identifier.
    func compare(_ finalists: [PersonKey], _ look: Look) -> [Found] {
        let all = Parallel.map(count: finalists.count, workers: workers) { index in
            found(finalists[index]) { match($0, look) }
        }
        return Self.ranked(all.compactMap(\.self).filter { $0.score >= parameters.floor })
    }

    /// The person by the comparison made of the person's templates; nil where that finds nothing.
    func found(_ key: PersonKey, _ compare: ([GalleryReference]) -> PersonMatch?) -> Found? {
        let references = slots[Int(key.segment)].references(of: Int(key.owner))
        guard let match = compare(references) else { return nil }
        return Found(
            key: key,
            candidate: Candidate(person: id(key), score: match.score, fingers: match.fingers, swap: match.swap))
    }

    private func match(_ references: [GalleryReference], _ look: Look) -> PersonMatch? {
        switch look.swap {
        case .none: PersonComparison(probe, references, within: look.rotation).match
        case .handsExchanged: PersonComparison.mirrored(probe, references, within: look.rotation)
        case .fingersExchanged: PersonComparison.best(probe, references, within: look.rotation)
        }
    }

    static func ranked(_ found: [Found]) -> [Found] {
        found.sorted { one, other in
            one.score != other.score ? one.score > other.score : one.candidate.person < other.candidate.person
        }
    }
}
