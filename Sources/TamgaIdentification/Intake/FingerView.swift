import TamgaMatcher
import TamgaTemplates

/// A view of a submitted record: read, and its position settled.
struct FingerView: Sendable {
    /// Which record of the request, from 0.
    let submission: Int
    /// Which view of the record, from 0; and of how many.
    let view: Int
    let views: Int
    let position: FingerPosition
    let template: FingerTemplate

    /// What makes the template unfit for what its position says it is.
    var flaws: [TemplateFlaw] {
        var settled = template
        settled.position = position
        return settled.flaws
    }

    /// `fingers[2]`, the name of the record in errors.
    static func field(_ submission: Int) -> String { "fingers[\(submission)]" }

    /// `view 3: ` where the record has several.
    var prefix: String { views > 1 ? "view \(view + 1): " : "" }
}

/// A view ready to be compared: one template, or those of a palm's tiles.
struct DescribedView: Sendable {
    let view: FingerView
    let descriptors: [FingerDescriptor]

    init(_ view: FingerView) {
        self.view = view
        descriptors = FingerDescriptor.views(of: view.template, at: view.position)
    }

    /// Minutiae of the largest template.
    var described: Int { descriptors.map(\.count).max() ?? 0 }
}
