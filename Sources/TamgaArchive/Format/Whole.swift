/// A whole number in JSON. One that does not fit is an error of its field: JSONDecoder's own names none.
@propertyWrapper struct Whole<Value: FixedWidthInteger & Codable>: Codable {
    var wrappedValue: Value

    init(wrappedValue: Value) { self.wrappedValue = wrappedValue }

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let number = try? container.decode(Int64.self), let value = Value(exactly: number) {
            wrappedValue = value
        } else if let number = try? container.decode(UInt64.self), let value = Value(exactly: number) {
            wrappedValue = value
        } else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "out of range")
        }
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(wrappedValue)
    }
}
