/// That a template was taken although it is poor, or can hardly be of a finger.
public struct TemplateWarning: Sendable, Hashable {
    /// The record of the request that holds the template, from 0.
    public var finger: UInt16
    /// The view of the record, from 0.
    public var view: UInt16
    /// What is wrong, for example `one-spot`; the names may grow.
    public var flaw: String
    /// What was measured, and what was allowed, for people.
    public var text: String

    /// A part of a message; its limits are checked when the message is encoded. A longer text is cut.
    public init(finger: UInt16, view: UInt16, flaw: String, text: String) {
        self.finger = finger
        self.view = view
        self.flaw = flaw
        self.text = text.fitted(to: WireLimits.warningTextBytes) ?? ""
    }
}

extension TemplateWarning: WireGroup {
    enum Fields {
        static let finger = Field<UInt16>.once(0x8001, "finger")
        static let view = Field<UInt16>.once(0x8002, "view")
        static let flaw = Field<String>.once(0x8003, "flaw", WireLimits.flawBytes)
        static let text = Field<String>.once(0x8004, "text", WireLimits.warningTextBytes)
    }

    package static let typeName = "template-warning"
    package static let fields = [Fields.finger.rule, Fields.view.rule, Fields.flaw.rule, Fields.text.rule]

    package init(reading fields: FieldReader) throws(WireError) {
        finger = try fields.value(Fields.finger)
        view = try fields.value(Fields.view)
        flaw = try fields.value(Fields.flaw)
        text = try fields.value(Fields.text)
    }

    package func write(to writer: inout FieldWriter) throws(WireError) {
        try writer.put(finger, Fields.finger)
        try writer.put(view, Fields.view)
        try writer.put(flaw, Fields.flaw)
        try writer.put(text, Fields.text)
    }
}
