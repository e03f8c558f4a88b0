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

    /// `fingers[2]`, the name of the record in errors.
    static func field(_ submission: Int) -> String { "fingers[\(submission)]" }

    /// `view 3: ` where the record has several.
    var prefix: String { views > 1 ? "view \(view + 1): " : "" }
}

/// A view ready to be compared.
struct DescribedView: Sendable {
    let view: FingerView
    let descriptor: FingerDescriptor
}
