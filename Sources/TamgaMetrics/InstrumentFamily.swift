import Synchronization

/// The series of one family: an instrument for each combination of label values, made when it is asked for first.
///
/// Finding a series takes the family's lock for a moment; keep the instrument where it is used often.
public final class InstrumentFamily<Instrument: Sendable>: Sendable {
    public let definition: MetricDefinition
    private let labels: LabelSet
    private let make: @Sendable () -> Instrument
    private let instruments = Mutex<[Int: Instrument]>([:])

    init(_ definition: MetricDefinition, _ make: @escaping @Sendable () -> Instrument) {
        (self.definition, self.make) = (definition, make)
        labels = LabelSet(definition.labels)
    }

    /// The instrument of these label values, in the order of the labels. A value that is not among those of its label
    /// is ``MetricLabel/other``.
    ///
    /// A series that was asked for is shown from then on, also while it is 0.
    public func callAsFunction(_ values: String...) -> Instrument { instrument(values) }

    /// The same for values in an array.
    public func instrument(_ values: [String]) -> Instrument {
        let number = labels.number(of: values)
        return instruments.withLock { instruments in
            if let known = instruments[number] { return known }
            let new = make()
            instruments[number] = new
            return new
        }
    }

    /// All series there are, in the order of their labels' values.
    var series: [(labels: [(name: String, value: String)], instrument: Instrument)] {
        instruments.withLock { $0 }.sorted { $0.key < $1.key }.map { (labels.pairs(of: $0.key), $0.value) }
    }
}
