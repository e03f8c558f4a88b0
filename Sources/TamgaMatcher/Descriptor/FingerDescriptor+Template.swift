public import TamgaTemplates

extension FingerDescriptor {
    /// Describes a validated template: selects minutiae, builds their cylinders, projects them to signatures.
    ///
    /// A minutia without neighbours is left out: nothing can be said of it. Complexity: O(n^2), n <= 64.
    public init(_ template: FingerTemplate) {
        self.init(template, model: .shipped)
    }

    package init(_ template: FingerTemplate, model: SignatureModel) {
        let minutiae = PlacedMinutia.selected(from: template)
        var signatures: [UInt64] = []
        var kept: [PlacedMinutia] = []
        for index in minutiae.indices {
            guard let cylinder = Cylinder.around(index, in: minutiae) else { continue }
            let signature = model.signature(of: cylinder)
            signatures.append(signature.0)
            signatures.append(signature.1)
            kept.append(minutiae[index])
        }
        self.init(
            signatures: signatures, angles: kept.map(\.angle),
            places: kept.map { PackedPlace(x: Int($0.x), y: Int($0.y), quality: $0.quality).word })
    }
}
