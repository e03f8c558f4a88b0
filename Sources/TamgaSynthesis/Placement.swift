/// Which of the sites are taken, and the moves between them.
struct Placement {
    private let positions: [Vector]
    private let directions: [Vector]
    private let interaction: PairInteraction
    /// Numbers of the sites taken, in no order that matters.
    private(set) var taken: [Int] = []

    init(sites: [(position: Vector, direction: Vector)], interaction: PairInteraction) {
        positions = sites.map(\.position)
        directions = sites.map(\.direction)
        self.interaction = interaction
    }

    /// Takes the first sites that keep their distance.
    mutating func fill(upTo count: Int) {
        for site in positions.indices where taken.count < count {
            if energy(of: site, without: -1) != nil { taken.append(site) }
        }
    }

    /// Proposes another site for one of the minutiae; taken as often as Metropolis' rule says.
    mutating func move(_ stream: inout SeededStream) {
        let slot = stream.uniform(0...(taken.count - 1))
        let site = stream.uniform(0...(positions.count - 1))
        let chance = stream.unit()
        guard let proposed = energy(of: site, without: slot), let present = energy(of: taken[slot], without: slot)
        else { return }
        if proposed >= present || chance < PortableMath.exponential(proposed - present) { taken[slot] = site }
    }

    /// The logarithm of how likely a site is beside the others; nil where one stands too close.
    private func energy(of site: Int, without slot: Int) -> Double? {
        let (place, direction) = (positions[site], directions[site])
        let least = SynthesisLimits.masterSpacing * SynthesisLimits.masterSpacing
        var sum = 0.0
        for (index, other) in taken.enumerated() where index != slot {
            let offset = positions[other] - place
            let squared = offset.squaredLength
            if squared < least { return nil }
            if squared < PairInteraction.reach * PairInteraction.reach {
                sum += interaction.logarithm(offset, from: direction, to: directions[other])
            }
        }
        return sum
    }
}
