public import TamgaTemplates

extension FingerDescriptor {
    /// Describes a validated template: selects minutiae, builds their cylinders, projects them to signatures.
    ///
    /// A minutia without neighbours is left out: nothing can be said of it. Complexity: O(n^2), n <= 64.
    public init(_ template: FingerTemplate) {
        self.init(template, model: .shipped)
    }

    /// The descriptors of a view: one, or for a palm of many minutiae those of its tiles (``PalmTiling``).
    ///
    /// What a minutia's neighbourhood looks like is taken from the whole palm, so that it does not depend on where
    /// tiles end.
    ///
    /// - Parameter position: what the view shows, whatever the record says.
    public static func views(of template: FingerTemplate, at position: FingerPosition) -> [FingerDescriptor] {
        guard position.isPalm, template.minutiae.count > PalmTiling.minutiae else {
            return [FingerDescriptor(template)]
        }
        let (signatures, kept) = described(PlacedMinutia.all(from: template), .shipped)
        return PalmTiling.tiles(of: kept).map { tile in
            FingerDescriptor(
                tile.flatMap { [signatures[2 * $0], signatures[2 * $0 + 1]] },
                tile.map { kept[$0] })
        }
    }

    package init(_ template: FingerTemplate, model: SignatureModel) {
        let (signatures, kept) = Self.described(PlacedMinutia.selected(from: template), model)
        self.init(signatures, kept)
    }

    private init(_ signatures: [UInt64], _ minutiae: [PlacedMinutia]) {
        self.init(
            signatures: signatures, angles: minutiae.map(\.angle),
            places: minutiae.map { PackedPlace(x: Int($0.x), y: Int($0.y), quality: $0.quality).word })
    }

    /// The minutiae that have neighbours, and their signatures, two words each.
    private static func described(
        _ minutiae: [PlacedMinutia], _ model: SignatureModel
    ) -> (signatures: [UInt64], kept: [PlacedMinutia]) {
        var signatures: [UInt64] = []
        var kept: [PlacedMinutia] = []
        for index in minutiae.indices {
            guard let cylinder = Cylinder.around(index, in: minutiae) else { continue }
            let signature = model.signature(of: cylinder)
            signatures.append(signature.0)
            signatures.append(signature.1)
            kept.append(minutiae[index])
        }
        return (signatures, kept)
    }
}
