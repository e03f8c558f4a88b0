import Foundation

/// A frame of docs/vectors, and what becomes of it: the form is described in docs/vectors/README.md.
struct SharedVector {
    var name: String
    var isOfClient: Bool
    /// Whether it is judged by what counts until the welcome is sent.
    var isOpening: Bool
    var frame: [UInt8]
    /// The name of the code it is refused with; nil where it is accepted.
    var refused: String?
    /// The place of the field that is wrong; nil where the page does not say.
    var field: String?
    /// Whether a server refuses it for what it asks, and not for its bytes.
    var isJudgedByServer: Bool
    /// The name of the kind, of one that is accepted.
    var kind: String?
    var requestID: UInt64?
    /// Whether an encoder writes the same bytes.
    var isSame: Bool

    /// All vectors of all files.
    static func all() throws -> [SharedVector] {
        var root = URL(filePath: #filePath)
        for _ in 0..<4 { root.deleteLastPathComponent() }
        return try ["page", "frames", "requests", "answers"].flatMap { name in
            let data = try Data(contentsOf: root.appending(path: "docs/vectors/\(name).json"))
            let file = try JSONSerialization.jsonObject(with: data) as? [String: Any]
            return try (file?["vectors"] as? [[String: Any]] ?? []).map(SharedVector.init)
        }
    }

    private init(_ json: [String: Any]) throws {
        guard let name = json["name"] as? String, let sender = json["from"] as? String,
            let frame = Self.bytes(json["frame"])
        else { throw Unreadable(text: "\(json)") }
        self.name = name
        self.frame = frame
        isOfClient = sender == "client"
        isOpening = json["state"] as? String == "opening"
        refused = json["refused"] as? String
        field = json["field"] as? String
        isJudgedByServer = json["stage"] as? String == "request"
        kind = json["kind"] as? String
        requestID = (json["id"] as? String).flatMap { UInt64($0) }
        isSame = json["same"] as? Bool ?? true
    }

    /// Hexadecimal digits, or a list of those and of runs.
    private static func bytes(_ json: Any?) -> [UInt8]? {
        switch json {
        case let digits as String: hexadecimal(digits)
        case let parts as [Any]:
            parts.reduce(into: [UInt8]?.some([])) { whole, part in
                guard let piece = run(part) ?? bytes(part) else { return whole = nil }
                whole?.append(contentsOf: piece)
            }
        default: nil
        }
    }

    private static func run(_ json: Any) -> [UInt8]? {
        guard let run = json as? [String: Any], let digits = run["repeat"] as? String,
            let piece = hexadecimal(digits), let times = run["times"] as? Int
        else { return nil }
        return Array(repeatElement(piece, count: times).joined())
    }

    private static func hexadecimal(_ digits: String) -> [UInt8]? {
        let characters = Array(digits.utf8)
        guard characters.count.isMultiple(of: 2) else { return nil }
        var found: [UInt8] = []
        for index in stride(from: 0, to: characters.count, by: 2) {
            let pair = String(decoding: characters[index...index + 1], as: UTF8.self)
            guard let byte = UInt8(pair, radix: 16) else { return nil }
            found.append(byte)
        }
        return found
    }

    /// A vector that is not of the form described.
    struct Unreadable: Error { var text: String }
}
