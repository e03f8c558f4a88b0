import Foundation

/// JSON to bytes and back, with errors that name file, line and field.
enum ArchiveJSON {
    static func encode(_ value: some Encodable, isForPeople: Bool = false) throws(ArchiveError) -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        if isForPeople { encoder.outputFormatting.insert(.prettyPrinted) }
        do { return Array(try encoder.encode(value)) } catch {
            throw ArchiveError(.malformed, "cannot be written as JSON")
        }
    }

    static func decode<Value: Decodable>(
        _ type: Value.Type, _ bytes: [UInt8], file: String, line: Int? = nil
    ) throws(ArchiveError) -> Value {
        do { return try JSONDecoder().decode(type, from: Data(bytes)) } catch let error as DecodingError {
            let (field, message) = meaning(of: error)
            throw ArchiveError(.malformed, message, file: file, line: line, field: field)
        } catch {
            throw ArchiveError(.malformed, "not JSON", file: file, line: line)
        }
    }

    /// Field and fault; the value stays out of it, which may be of a person.
    private static func meaning(of error: DecodingError) -> (String?, String) {
        switch error {
        case .keyNotFound(let key, let context): (name(context.codingPath + [key]), "is missing")
        case .valueNotFound(_, let context): (name(context.codingPath), "is null")
        case .typeMismatch(_, let context): (name(context.codingPath), "is of another kind than it must be")
        case .dataCorrupted(let context) where context.codingPath.isEmpty: (nil, "not JSON")
        case .dataCorrupted(let context): (name(context.codingPath), "is not a value of its kind")
        @unknown default: (nil, "not JSON of this format")
        }
    }

    /// `encounters[0].records`
    private static func name(_ path: [any CodingKey]) -> String? {
        let name = path.reduce("") { name, key in
            if let index = key.intValue { return "\(name)[\(index)]" }
            return name.isEmpty ? key.stringValue : "\(name).\(key.stringValue)"
        }
        return name.isEmpty ? nil : name
    }
}
