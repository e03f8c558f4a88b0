internal import TamgaTemplates

extension Inspection {
    /// What the record is, field by field, over several lines; with its minutiae if wanted.
    public func text(minutiae: Bool = false) -> String {
        let title = Words.printable(name)
        guard let record else {
            let known = format.map { ", \($0.title) (\($0.token))" } ?? ""
            let size = byteCount > 0 ? "\(byteCount) bytes" : "not read"
            return "\(title): \(size)\(known)\n  refused: \(fault.map(\.description) ?? "")"
        }
        var lines = ["\(title): \(record.format.title) (\(record.format.token)), \(how); \(byteCount) bytes"]
        lines += header(record)
        for (index, deviation) in record.deviations.enumerated() {
            lines.append(Self.row(index == 0 ? "deviations" : "", "\(deviation): \(deviation.kind.meaning)"))
        }
        let templates = try? record.templates()
        for (index, view) in record.views.enumerated() {
            let text = ViewText(view: view, format: record.format, normalised: templates?[index])
            lines.append("  view \(index + 1)")
            lines += text.lines
            if minutiae { lines += text.minutiae }
        }
        return lines.joined(separator: "\n")
    }

    private var how: String {
        switch recognition {
        case .stated: "as stated"
        case .content: "a version that two formats share, and the bytes read as this one only"
        case .header, nil: "as its header says"
        }
    }

    static func row(_ name: String, _ value: String, indent: Int = 2) -> String {
        let head = String(repeating: " ", count: indent) + name
        return head + String(repeating: " ", count: max(1, 24 - head.count)) + value
    }

    private func header(_ record: TemplateRecord) -> [String] {
        var lines: [String] = []
        if let product = record.product {
            lines.append(Self.row("product", "vendor \(Words.code(product.vendor)), type \(Words.code(product.type))"))
        }
        if record.format.isSelfDescribing, record.format != .iso2011, record.format != .ansiNIST {
            let certification = Words.hex(Int(record.certification), digits: 2)
            lines.append(
                Self.row("capture equipment", "\(Words.code(record.captureDevice)), certification 0x\(certification)"))
        }
        for field in record.transaction {
            let value = Words.printable(Words.text(field.value))
            lines.append(Self.row("field 1.\(Self.threeDigits(field.number))", value))
        }
        lines.append(Self.row("views", "\(record.views.count)"))
        return lines
    }

    static func threeDigits(_ number: Int) -> String {
        String(repeating: "0", count: max(0, 3 - "\(number)".count)) + "\(number)"
    }
}
