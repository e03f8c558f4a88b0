extension ISO19794_2_2005 {
    static func write(
        _ template: FingerTemplate, view: Int, to writer: inout RecordWriter
    ) throws(TemplateError) {
        writer.byte(Int(template.position.rawValue))
        try writer.refuse(
            Int(template.view), over: Int(TemplateLimits.viewNumber), ISOField.named(ISOField.viewNumber, view: view))
        writer.byte(Int(template.view) << 4 | Int(template.impression.rawValue))
        try writer.refuse(
            Int(template.quality), over: Int(TemplateLimits.quality), ISOField.named(ISOField.quality, view: view))
        writer.byte(Int(template.quality))
        try writer.refuse(
            template.minutiae.count, over: TemplateLimits.minutiaePerView,
            ISOField.named(ISOField.minutiaCount, view: view))
        writer.byte(template.minutiae.count)
        for (index, minutia) in template.minutiae.enumerated() {
            try write(minutia, of: template, to: &writer) { field in
                ISOField.named(field, view: view, minutia: index + 1)
            }
        }
        writer.word(0)
    }

    private static func write(
        _ minutia: Minutia, of template: FingerTemplate, to writer: inout RecordWriter, named: (String) -> String
    ) throws(TemplateError) {
        try writer.refuse(Int(minutia.x), over: template.width, named(ISOField.x))
        writer.word(Int(minutia.kind.rawValue) << 14 | Int(minutia.x))
        try writer.refuse(Int(minutia.y), over: template.height, named(ISOField.y))
        writer.word(Int(minutia.y))
        writer.byte(Int(minutia.angle))
        try writer.refuse(
            Int(minutia.quality), over: Int(TemplateLimits.quality), named(ISOField.minutiaQuality))
        writer.byte(Int(minutia.quality))
    }
}
