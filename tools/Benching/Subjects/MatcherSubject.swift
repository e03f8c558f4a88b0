package import TamgaMatcher
package import TamgaTemplates

/// Description, S3, S4 and B as the benchmark calls them: the one place to change when the matcher's interface does.
package enum MatcherSubject {
    /// A finger ready for one comparison after the other, and the memory of the thread that compares it.
    package struct Prepared {
        fileprivate let finger: PreparedFinger
        fileprivate let workspace = ComparisonWorkspace()
    }

    package static var version: String { Matcher.version }

    package static func describe(_ template: FingerTemplate) -> FingerDescriptor { FingerDescriptor(template) }
    package static func prepare(_ finger: FingerDescriptor) -> Prepared { Prepared(finger: PreparedFinger(finger)) }

    package static func preselect(_ probe: Prepared, _ reference: FingerDescriptor) -> Float {
        reference.withView {
            Matcher.preselect(probe.finger, $0, maximumRotation: .usual, using: probe.workspace)
        }
    }

    package static func overlay(_ probe: Prepared, _ reference: FingerDescriptor) -> Float {
        reference.withView {
            Matcher.overlay(probe.finger, $0, maximumRotation: .usual, using: probe.workspace)
        }
    }

    package static func compare(_ probe: Prepared, _ reference: FingerDescriptor) -> Float {
        reference.withView {
            Matcher.compare(probe.finger, $0, maximumRotation: .usual, using: probe.workspace)
        }
    }
}

extension FingerDescriptor {
    /// The same finger with so many minutiae, spread evenly over their order; nil where it has fewer.
    func thinned(to count: Int) -> FingerDescriptor? {
        guard self.count >= count else { return nil }
        let kept = (0..<count).map { $0 * self.count / count }
        return FingerDescriptor(
            signatures: kept.flatMap { [signatures[2 * $0], signatures[2 * $0 + 1]] },
            angles: kept.map { angles[$0] }, places: kept.map { places[$0] })
    }
}
