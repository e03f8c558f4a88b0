/// How many templates there are of each finger, and so how many a whole search compares with.
///
/// A search compares with the templates of the fingers that the probe's may be: those of its positions, and where it
/// looks for exchanged hands and fingers, those of further positions, each of them wholly. Everybody of a cast has the
/// same fingers, newcomers all ten; so what a whole search may count is known, to the template.
package struct Census: Sendable, Hashable {
    /// Persons enrolled before the load, and fingers of each.
    private let persons: Int
    private let fingers: Int
    /// Templates before the load: nobody goes during it.
    private let templates: UInt64
    /// Whether nobody is in the gallery but the cast's persons and newcomers of ten fingers.
    package let isExact: Bool

    /// - Parameters:
    ///   - persons: of the cast, all enrolled.
    ///   - fingers: that each of them is enrolled with.
    ///   - held: persons in the gallery before the load.
    ///   - templates: in the gallery before the load.
    package init(persons: Int, fingers: Int, held: UInt64, templates: UInt64) {
        (self.persons, self.fingers, self.templates) = (persons, fingers, templates)
        let others = held.subtractingReportingOverflow(UInt64(persons))
        let rest = templates.subtractingReportingOverflow(UInt64(persons * fingers))
        isExact = !others.overflow && !rest.overflow && rest.partialValue == others.partialValue * UInt64(Self.all)
    }

    /// Fingers of a newcomer.
    private static let all = 10

    /// What is wrong with the extent of a search, in words; nil where it was whole.
    ///
    /// - Parameters:
    ///   - probe: fingers of the probe, the first so many of ``Cast/positions``.
    ///   - searched: templates compared with, as the answer says.
    ///   - gallery: templates of the snapshot, as the answer says.
    ///   - compared: persons compared with in the first look; nil where the answer does not say.
    package func fault(probe: Int, searched: UInt64, gallery: UInt64, compared: UInt64?) -> String? {
        guard gallery >= templates else { return "a gallery of \(gallery) templates, \(templates) were there before" }
        let (shared, others) = (min(probe, fingers), max(0, probe - fingers))
        guard isExact else {
            let least = UInt64(persons * shared)
            return searched >= least && searched <= gallery
                ? nil : "\(searched) of \(gallery) templates searched, at least \(least) are of these fingers"
        }
        let added = Int(clamping: gallery) - persons * fingers
        guard added.isMultiple(of: Self.all) else { return "a gallery of \(gallery) templates: a person in part" }
        let newcomers = added / Self.all
        if let compared, compared != UInt64(persons + newcomers) {
            return "\(compared) of \(persons + newcomers) persons compared with"
        }
        let whole = (shared...fingers).contains { known in
            (others...max(others, Self.all - fingers)).contains { unknown in
                searched == UInt64((persons + newcomers) * known + newcomers * unknown)
            }
        }
        return whole ? nil : "\(searched) of \(gallery) templates searched: not all of some finger"
    }
}
