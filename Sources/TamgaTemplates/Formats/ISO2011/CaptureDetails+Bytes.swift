extension CaptureDetails {
    /// Reads date, technology, vendor and device: 14 bytes.
    init(_ reader: inout RecordReader, _ view: Int) throws(TemplateError) {
        func named(_ field: String) -> String { RecordField.named(field, view: view) }
        func part() throws(TemplateError) -> UInt8 { UInt8(try reader.byte(named(RecordField.captureDate))) }
        date = CaptureDate(
            year: UInt16(try reader.word(named(RecordField.captureDate))), month: try part(), day: try part(),
            hour: try part(), minute: try part(), second: try part(),
            milliseconds: UInt16(try reader.word(named(RecordField.captureDate))))
        technology = UInt8(try reader.byte(named(RecordField.technology)))
        vendor = UInt16(try reader.word(named(RecordField.captureVendor)))
        device = UInt16(try reader.word(named(RecordField.captureDevice)))
        certificates = nil
    }

    static func certificates(
        _ reader: inout RecordReader, _ view: Int
    ) throws(TemplateError) -> [DeviceCertificate] {
        let name = RecordField.named(RecordField.certificates, view: view)
        let count = try reader.byte(name)
        var certificates: [DeviceCertificate] = []
        for _ in 0..<count {
            certificates.append(
                DeviceCertificate(authority: UInt16(try reader.word(name)), scheme: UInt8(try reader.byte(name))))
        }
        return certificates
    }

    /// Writes date, technology, vendor and device.
    func write(to writer: inout RecordWriter) {
        writer.word(Int(date.year))
        writer.append([date.month, date.day, date.hour, date.minute, date.second])
        writer.word(Int(date.milliseconds))
        writer.byte(Int(technology))
        writer.word(Int(vendor))
        writer.word(Int(device))
    }
}
