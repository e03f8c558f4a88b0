import Synchronization
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
    func compare(_ finalists: [PersonKey], _ look: Look) async -> [Found] {
        effort.add(comparisons: finalists.reduce(0) { $0 + comparisons(with: $1, look) })
        let all = await found(finalists) { match($0, look, $1) }
        return Self.ranked(all.filter { $0.score >= parameters.floor })
    }

    /// The persons by the comparison made of each person's templates; without those it finds nothing of.
    func found(
        _ keys: [PersonKey], _ compare: @escaping @Sendable ([ReferenceRow], ComparisonWorkspace) -> PersonMatch?
    ) async -> [Found] {
        let all = await means.crew.map(keys.count, urgency) { worker, index in
            means.benches[worker].tools.withLock { tools -> Found? in
                guard let match = compare(references(keys[index]), tools.workspace) else { return nil }
                return Found(
                    key: keys[index],
                    candidate: Candidate(
                        person: id(keys[index]), score: match.score, fingers: match.fingers, swap: match.swap))
            }
        }
        return all.compactMap(\.self)
    }

    private func match(
        _ references: [ReferenceRow], _ look: Look, _ workspace: ComparisonWorkspace
    ) -> PersonMatch? {
        switch look.swap {
        case .none: PersonComparison(probe, references, within: look.rotation, workspace).match
        case .handsExchanged: PersonComparison.mirrored(probe, references, within: look.rotation, workspace)
        case .fingersExchanged: PersonComparison.best(probe, references, within: look.rotation, workspace)
        }
    }

    static func ranked(_ found: [Found]) -> [Found] {
        found.sorted { one, other in
            one.score != other.score ? one.score > other.score : one.candidate.person < other.candidate.person
        }
    }
}
