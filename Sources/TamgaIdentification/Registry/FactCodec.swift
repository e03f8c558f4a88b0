import FoundationEssentials
import TamgaRegistry

/// Facts as the store keeps them, and answers as facts keep them: JSON, so that what was written once can be read by
/// whatever reads JSON, and newer versions can add fields.
enum FactCodec {
    /// - Throws: `.storageFailed` where the value cannot be written.
    static func write<Value: Encodable>(_ value: Value) throws(IdentificationError) -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        do { return [UInt8](try encoder.encode(value)) } catch {
            throw IdentificationError(.storageFailed, "a fact cannot be written")
        }
    }

    /// - Throws: `.storageFailed` where the bytes are no such value.
    static func read<Value: Decodable>(_: Value.Type, _ bytes: [UInt8]) throws(IdentificationError) -> Value {
        do { return try JSONDecoder().decode(Value.self, from: Data(bytes)) } catch {
            throw IdentificationError(.storageFailed, "a fact is not one this version reads")
        }
    }
}
