internal import TamgaTemplates

/// One request of a batch: a person to enrol, or a probe.
package struct BatchItem: Hashable, Sendable {
    /// The person's identifier, or the probe's name.
    package var name: String
    /// Whose fingers these are, as the layout says.
    package var person: String
    /// In byte order of their names.
    package var files: [FileName]
}

/// Which files of a folder are taken, and how they go together.
package struct BatchChoice: Sendable {
    package var layout: Layout
    /// Nil takes all.
    package var impressions: NumberSet?
    /// Nil takes all.
    package var fingers: NumberSet?

    /// - Throws: ``CommandError`` of status `usage` for finger numbers where the layout has no positions.
    package init(_ layout: Layout, impressions: NumberSet? = nil, fingers: NumberSet? = nil) throws(CommandError) {
        guard fingers == nil || layout == .personFingerImpression else {
            throw .usage("it needs the layout person_finger_impression", field: "--fingers")
        }
        self.layout = layout
        self.impressions = impressions
        self.fingers = fingers
    }

    func takes(_ file: FileName) -> Bool {
        (impressions?.contains(file.impression) ?? true)
            && (fingers?.contains(Int(file.position.rawValue)) ?? true)
    }
}

/// What a batch will send, in byte order of the names, and what it will not.
package struct BatchPlan: Hashable, Sendable {
    package var items: [BatchItem]
    /// Files whose names do not fit the layout.
    package var misfits: [Misfit]
    /// Files that fit and were not chosen.
    package var leftOut: Int

    /// One item for each person, with all its files.
    package static func persons(_ names: [String], _ choice: BatchChoice) -> BatchPlan {
        make(names, choice) { $0.person } named: { person, _ in person }
    }

    /// One item for each impression of a person, with all its fingers; named by its file, or where there are
    /// several, `PERSON_IMPRESSION`. Where `single` is set, one item for each file.
    package static func probes(_ names: [String], _ choice: BatchChoice, single: Bool) -> BatchPlan {
        make(names, choice) { single ? $0.stem : "\($0.person)_\($0.impression)" } named: { key, files in
            files.count == 1 ? files[0].stem : key
        }
    }

    private static func make(
        _ names: [String], _ choice: BatchChoice, key: (FileName) -> String,
        named: (String, [FileName]) -> String
    ) -> BatchPlan {
        var groups: [String: [FileName]] = [:]
        var plan = BatchPlan(items: [], misfits: [], leftOut: 0)
        for name in names.sorted(by: precedes) {
            do throws(Misfit) {
                let file = try choice.layout.read(name)
                if choice.takes(file) { groups[key(file), default: []].append(file) } else { plan.leftOut += 1 }
            } catch {
                plan.misfits.append(error)
            }
        }
        plan.items = groups.map { BatchItem(name: named($0, $1), person: $1[0].person, files: $1) }
            .sorted { precedes($0.name, $1.name) }
        return plan
    }

    private static func precedes(_ one: String, _ other: String) -> Bool {
        one.utf8.lexicographicallyPrecedes(other.utf8)
    }
}
