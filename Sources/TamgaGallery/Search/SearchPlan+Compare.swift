import TamgaMatcher
import TamgaRegistry

/// Stage 3: B, every finger of the probe against every template of the finalists it may equal.
extension SearchPlan {
    /// Those who reach the floor, best first; ties by the bytes of the identifier.
    func compare(_ finalists: [PersonKey], within rotation: Rotation) -> [Candidate] {
        let all = Parallel.map(count: finalists.count, workers: workers) { index in
            let key = finalists[index]
            let references = slots[Int(key.segment)].segment.references(of: Int(key.owner))
            let match = PersonComparison(probe, references, within: rotation).match
            return Candidate(person: id(key), score: match.score, fingers: match.fingers)
        }
        return all.filter { $0.score >= parameters.floor }.sorted { one, other in
            one.score != other.score ? one.score > other.score : one.person < other.person
        }
    }
}
