extension Conversion {
    /// An item as the target has it; nil where it has none of the kind.
    mutating func convert(_ item: ExtendedDataItem) -> ExtendedDataItem? {
        guard holds(item) else {
            lose(.extendedData)
            return nil
        }
        switch item {
        case .ridgeCounts, .other: return item
        case .coresAndDeltas(let points):
            return .coresAndDeltas(
                CoresAndDeltas(cores: convert(points.cores), deltas: convert(points.deltas)))
        case .zonalQuality(var zones):
            let hasNames = target == .iso2011
            lose(.qualityDetails, if: !hasNames && (zones.vendor, zones.algorithm) != (0, 0))
            if !hasNames { (zones.vendor, zones.algorithm) = (0, 0) }
            return .zonalQuality(zones)
        }
    }

    private func holds(_ item: ExtendedDataItem) -> Bool {
        switch item {
        case .ridgeCounts, .coresAndDeltas: target.isSelfDescribing
        case .zonalQuality: target.coresFlagEachPoint
        // A type that is a standard's in one format may be a vendor's in the other.
        case .other(let type, _):
            target.isSelfDescribing && target != .ansiNIST
                && !ExtendedDataItem.standardTypes(target).contains(type)
                && !ExtendedDataItem.standardTypes(source).contains(type)
        }
    }

    /// The binary INCITS formats have angles at all points or at none.
    private mutating func convert(_ points: [SingularPoint]) -> [SingularPoint] {
        let hasSome = points.contains { !$0.angles.isEmpty }
        let isAllOrNone = !target.coresFlagEachPoint && target != .ansiNIST
        let drops = isAllOrNone && hasSome && points.contains { $0.angles.isEmpty }
        lose(.extendedData, if: drops)
        return points.map { SingularPoint(x: $0.x, y: $0.y, angles: drops ? [] : $0.angles.map(angles.convert)) }
    }
}
