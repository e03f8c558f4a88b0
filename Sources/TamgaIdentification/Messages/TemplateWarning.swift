public import TamgaTemplates

/// What becomes of a request with a template that has a ``TemplateFlaw``.
public enum QualityPolicy: String, Hashable, Sendable, CaseIterable {
    /// The request is refused, with the flaw in the error.
    case refuse
    /// The request is answered, with the flaw in the answer.
    case flag
}

/// That a template was taken although it has a flaw.
public struct TemplateWarning: Hashable, Sendable {
    /// The record of the request, from 0.
    public let submission: Int
    /// The view of the record, from 0.
    public let view: Int
    public let flaw: TemplateFlaw

    /// A flaw and where it was found.
    package init(submission: Int, view: Int, flaw: TemplateFlaw) {
        self.submission = submission
        self.view = view
        self.flaw = flaw
    }
}
