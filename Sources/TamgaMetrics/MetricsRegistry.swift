import Synchronization

/// The families of a program, and the page that collectors read.
///
/// Families are shown in the order in which they were registered. What is measured is never lost and nobody waits for a
/// page in the making: each number is read by itself, each histogram of one moment.
public final class MetricsRegistry: Sendable {
    private struct State: Sendable {
        var names: Set<String> = []
        var families: [@Sendable (inout ExpositionPage) -> Void] = []
        var definitions: [MetricDefinition] = []
    }

    private let state = Mutex(State())

    /// A registry without families.
    public init() {}

    /// What was registered, in its order.
    public var definitions: [MetricDefinition] { state.withLock { $0.definitions } }

    /// Registers a family of counters.
    ///
    /// - Throws: ``MetricsError`` naming what is wrong with the definition.
    public func counters(_ definition: MetricDefinition) throws(MetricsError) -> InstrumentFamily<Counter> {
        let family = InstrumentFamily(definition) { Counter() }
        try add([definition], of: .counter) { page in
            page.begin(definition)
            for (labels, counter) in family.series { page.sample(definition.name, labels, counter.total) }
        }
        return family
    }

    /// Registers a family of gauges.
    ///
    /// - Throws: ``MetricsError`` naming what is wrong with the definition.
    public func gauges(_ definition: MetricDefinition) throws(MetricsError) -> InstrumentFamily<Gauge> {
        let family = InstrumentFamily(definition) { Gauge() }
        try add([definition], of: .gauge) { page in
            page.begin(definition)
            for (labels, gauge) in family.series { page.sample(definition.name, labels, gauge.current) }
        }
        return family
    }

    /// Registers a family of histograms.
    ///
    /// - Throws: ``MetricsError`` naming what is wrong with the definition or the buckets.
    public func histograms(
        _ definition: MetricDefinition, _ buckets: Buckets
    ) throws(MetricsError) -> InstrumentFamily<Histogram> {
        try buckets.check(definition.name)
        let family = InstrumentFamily(definition) { Histogram(buckets) }
        try add([definition], of: .histogram) { page in
            page.begin(definition)
            for (labels, histogram) in family.series {
                page.histogram(definition.name, labels, histogram.reading, buckets)
            }
        }
        return family
    }

    /// Registers families of counters and gauges whose numbers are read when a page is made, all at one go.
    ///
    /// - Parameter read: called on the thread that makes the page; says what there is. A family of which it says
    ///   nothing has no series.
    /// - Throws: ``MetricsError`` naming what is wrong with a definition.
    public func sampled(
        _ definitions: [MetricDefinition], _ read: @escaping @Sendable (inout SampledMetrics) -> Void
    ) throws(MetricsError) {
        try add(definitions, of: nil) { page in
            var sampled = SampledMetrics(definitions)
            read(&sampled)
            sampled.write(into: &page)
        }
    }

    /// All there is, as a collector reads it.
    public func page(_ format: ExpositionFormat) -> String {
        var page = ExpositionPage(format)
        for write in state.withLock({ $0.families }) { write(&page) }
        page.end()
        return page.text
    }

    /// - Parameter kind: what the definitions have to be; nil for anything but histograms.
    private func add(
        _ definitions: [MetricDefinition], of kind: MetricDefinition.Kind?,
        _ write: @escaping @Sendable (inout ExpositionPage) -> Void
    ) throws(MetricsError) {
        for definition in definitions {
            try definition.check()
            guard kind.map({ $0 == definition.kind }) ?? (definition.kind != .histogram) else {
                throw MetricsError(
                    .invalidName, field: definition.name,
                    "it is a \(definition.kind.rawValue) and registered as something else")
            }
        }
        try state.withLock { state throws(MetricsError) in
            var names = state.names
            for definition in definitions {
                guard names.isDisjoint(with: definition.names) else {
                    throw MetricsError(.nameTaken, field: definition.name, "allowed: each name once")
                }
                names.formUnion(definition.names)
            }
            state.names = names
            state.families.append(write)
            state.definitions += definitions
        }
    }
}
