extension TemplateRecord {
    /// The views at 500 dpi, in the order of the record.
    ///
    /// - Throws: `.notComparable` for a slap.
    /// - Complexity: O(*n*) in the minutiae.
    public func templates() throws(TemplateError) -> [FingerTemplate] {
        var templates: [FingerTemplate] = []
        templates.reserveCapacity(views.count)
        for index in views.indices { templates.append(try template(index)) }
        return templates
    }

    private func template(_ index: Int) throws(TemplateError) -> FingerTemplate {
        let view = views[index]
        guard let position = view.position.compared else {
            throw TemplateError(
                .notComparable, field: RecordField.named(RecordField.position, view: index + 1), offset: 0,
                value: Int(view.position.rawValue),
                limit: "one finger or palm in a view; \(view.position.name) must be cut into fingers")
        }
        let minutiae = Normalisation(view, format).minutiae()
        let size = view.image.sizeAt500DPI ?? minutiae.extent
        return FingerTemplate(
            position: position, view: view.number, impression: view.impression,
            quality: view.qualities.lazy.compactMap(\.reported).first, width: size.width, height: size.height,
            minutiae: minutiae)
    }

    /// A record of templates as ISO/IEC 19794-2:2005 holds it: at 500 dpi, 197 pixels per centimetre.
    public init(_ templates: [FingerTemplate]) {
        let resolution = TemplateLimits.pixelsPerCentimetreAt500DPI
        let views = templates.map { template in
            RecordView(
                position: FrictionRidgePosition(template.position), number: template.view,
                impression: template.impression,
                qualities: [RecordQuality(score: template.quality ?? 0)],
                image: StatedImage(
                    width: template.width, height: template.height, horizontalResolution: resolution,
                    verticalResolution: resolution),
                minutiae: template.minutiae.map {
                    RecordMinutia(
                        x: UInt16(clamping: $0.x), y: UInt16(clamping: $0.y), angle: $0.angle, kind: $0.kind,
                        quality: $0.quality)
                })
        }
        self.init(format: .iso2005, views: views)
    }
}

extension FrictionRidgePosition {
    /// The code of the same area.
    public init(_ position: FingerPosition) { self = Self(rawValue: position.rawValue) ?? .unknownFinger }
}

extension StatedImage {
    /// Width and height in pixels at 500 dpi, one at least; nil where none is stated.
    var sizeAt500DPI: (width: Int, height: Int)? {
        guard width > 0, height > 0 else { return nil }
        return (
            max(1, ResolutionScale(pixelsPerCentimetre: horizontalResolution).at500DPI(width)),
            max(1, ResolutionScale(pixelsPerCentimetre: verticalResolution).at500DPI(height))
        )
    }
}

extension [Minutia] {
    /// The smallest image that holds them.
    fileprivate var extent: (width: Int, height: Int) {
        ((map { Int($0.x) }.max() ?? 0) + 1, (map { Int($0.y) }.max() ?? 0) + 1)
    }
}
