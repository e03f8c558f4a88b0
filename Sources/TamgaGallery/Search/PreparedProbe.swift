import TamgaKernels
import TamgaMatcher
import TamgaTemplates

/// A probe checked, laid out for the kernel and put into an order of its own, so that the order in which a
/// station sends fingers or views changes no score.
struct PreparedProbe: Sendable {
    struct Finger: Sendable {
        /// The caller's number of the finger.
        let index: Int
        let position: FingerPosition
        let views: [FingerDescriptor]
        /// The views as the later stages want them.
        let prepared: [PreparedFinger]
        /// How much the largest view has to go by: its minutiae, each by how surely it is found again.
        let telling: Float
    }

    let fingers: [Finger]

    private init(_ fingers: [Finger]) { self.fingers = fingers }

    init(_ probe: [ProbeFinger]) throws(GalleryError) {
        try GalleryError.check(probe.count, "probe fingers", within: GalleryLimits.probeFingers)
        for finger in probe {
            try GalleryError.check(finger.views.count, "views of a probe finger", within: 1...Int(UInt16.max))
            for view in finger.views {
                try GalleryError.check(view.count, "minutiae", within: 0...GalleryLimits.minutiae)
            }
        }
        fingers = probe.enumerated().map { index, finger in
            let views = finger.views.sorted(by: Self.precedes)
            let prepared = views.map(PreparedFinger.init)
            return Finger(
                index: index, position: finger.position, views: views, prepared: prepared,
                telling: prepared.map(ScanSelection.presence).max() ?? 0)
        }.sorted(by: Self.precedes)
    }

    /// The positions that any finger of the probe may be one of.
    var asked: PositionSet {
        PositionSet(FingerPosition.allCases.filter(asks))
    }

    /// Whether any finger of the probe may be one of this position.
    func asks(for position: FingerPosition) -> Bool {
        fingers.contains { $0.position.mayEqual(position) }
    }

    /// Whether any finger is named: only then can a name be wrong.
    var isLabelled: Bool { fingers.contains { $0.position.isNamed } }

    /// Whether any finger is named that is no palm: only then can it be one that neither its name nor the same of the
    /// other hand says.
    var hasNamedFingers: Bool { fingers.contains { $0.position.isNamed && !$0.position.isPalm } }

    /// Each finger as that of the other hand.
    func mirrored() -> PreparedProbe {
        PreparedProbe(fingers.map { $0.at($0.position.mirrored) }.sorted(by: Self.precedes))
    }

    /// The named fingers, at most so many, without their names: fingers before palms, and those with the most minutiae
    /// in a view.
    func unlabelled(atMost count: Int) -> PreparedProbe {
        let named = fingers.filter { $0.position.isNamed }
        let ranked = named.indices.sorted {
            let (one, other) = (named[$0], named[$1])
            if one.position.isPalm != other.position.isPalm { return other.position.isPalm }
            return one.largestView != other.largestView ? one.largestView > other.largestView : $0 < $1
        }
        return PreparedProbe(ranked.prefix(count).sorted().map { named[$0].at(named[$0].position.unnamed) })
    }

    private static func precedes(_ one: Finger, _ other: Finger) -> Bool {
        if one.position != other.position { return one.position.lane < other.position.lane }
        return one.views.lexicographicallyPrecedes(other.views, by: precedes)
    }

    private static func precedes(_ one: FingerDescriptor, _ other: FingerDescriptor) -> Bool {
        if one.signatures != other.signatures { return one.signatures.lexicographicallyPrecedes(other.signatures) }
        if one.angles != other.angles { return one.angles.lexicographicallyPrecedes(other.angles) }
        if one.xs != other.xs { return one.xs.lexicographicallyPrecedes(other.xs) }
        return one.ys.lexicographicallyPrecedes(other.ys)
    }
}

extension PreparedProbe.Finger {
    /// The views as the first stage wants them.
    func lanes(within rotation: Rotation) -> [ProbeLanes] {
        zip(views, prepared).map { view, prepared in
            let chosen = ScanSelection(prepared, within: rotation)
            return ProbeLanes(
                signatures: chosen.minutiae.flatMap { [view.signatures[2 * $0], view.signatures[2 * $0 + 1]] },
                angles: chosen.minutiae.map { view.angles[$0] }, weights: chosen.weights, gate: rotation.steps)
        }
    }

    fileprivate var largestView: Int { views.map(\.count).max() ?? 0 }

    fileprivate func at(_ position: FingerPosition) -> PreparedProbe.Finger {
        PreparedProbe.Finger(
            index: index, position: position, views: views, prepared: prepared, telling: telling)
    }
}
