/// Numbers that are read where they are, at the moment when somebody asks for them.
public struct SampledMetrics: Sendable {
    private let families: [(definition: MetricDefinition, labels: LabelSet)]
    private var values: [[Int: Double]]

    init(_ definitions: [MetricDefinition]) {
        families = definitions.map { ($0, LabelSet($0.labels)) }
        values = definitions.map { _ in [:] }
    }

    /// Says a number; said again for the same labels, it is added to. Of a family that was not registered with this
    /// reading, it is left out.
    ///
    /// - Parameters:
    ///   - value: in the base unit.
    ///   - labels: a value for each label, in their order.
    public mutating func set(_ definition: MetricDefinition, _ value: Double, _ labels: String...) {
        guard let index = families.firstIndex(where: { $0.definition.name == definition.name }) else { return }
        values[index][families[index].labels.number(of: labels), default: 0] += value
    }

    /// As above for a whole number.
    public mutating func set(_ definition: MetricDefinition, _ value: some BinaryInteger, _ labels: String...) {
        guard let index = families.firstIndex(where: { $0.definition.name == definition.name }) else { return }
        values[index][families[index].labels.number(of: labels), default: 0] += Double(value)
    }

    func write(into page: inout ExpositionPage) {
        for (family, values) in zip(families, values) {
            page.begin(family.definition)
            for (number, value) in values.sorted(by: { $0.key < $1.key }) {
                page.sample(family.definition.name, family.labels.pairs(of: number), value)
            }
        }
    }
}
