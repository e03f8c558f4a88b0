// How facts are written: `{"kind": "linked", "content": {...}}`.
extension Fact: Codable {
    /// What kind of fact it is, open to growth.
    public enum Kind: String, Hashable, Sendable, CaseIterable, Codable {
        case registered
        case presented
        case linked
        case unlinked
        case refused
        case removed
        case banLifted = "ban-lifted"
        case recaptureDue = "recapture-due"
        case recaptured
        case alert
        case alertSeen = "alert-seen"
        case certificate
        case answered
    }

    private enum CodingKeys: CodingKey { case kind, content }

    /// The kind of this fact.
    public var kind: Kind {
        switch self {
        case .registered: .registered
        case .presented: .presented
        case .linked: .linked
        case .unlinked: .unlinked
        case .refused: .refused
        case .removed: .removed
        case .banLifted: .banLifted
        case .recaptureDue: .recaptureDue
        case .recaptured: .recaptured
        case .alert: .alert
        case .alertSeen: .alertSeen
        case .certificate: .certificate
        case .answered: .answered
        }
    }

    /// What the fact says, by itself.
    public var content: any Encodable & Sendable {
        switch self {
        case .registered(let content), .presented(let content): content
        case .linked(let content), .unlinked(let content): content
        case .refused(let content): content
        case .removed(let content): content
        case .banLifted(let content): content
        case .recaptureDue(let content): content
        case .recaptured(let content), .alertSeen(let content): content
        case .alert(let content): content
        case .certificate(let content): content
        case .answered(let content): content
        }
    }

    /// Reads a fact of a kind this version knows.
    public init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        func content<Content: Decodable>() throws -> Content {
            try fields.decode(Content.self, forKey: .content)
        }
        self =
            switch try fields.decode(Kind.self, forKey: .kind) {
            case .registered: .registered(try content())
            case .presented: .presented(try content())
            case .linked: .linked(try content())
            case .unlinked: .unlinked(try content())
            case .refused: .refused(try content())
            case .removed: .removed(try content())
            case .banLifted: .banLifted(try content())
            case .recaptureDue: .recaptureDue(try content())
            case .recaptured: .recaptured(try content())
            case .alert: .alert(try content())
            case .alertSeen: .alertSeen(try content())
            case .certificate: .certificate(try content())
            case .answered: .answered(try content())
            }
    }

    /// Writes the kind and the content.
    public func encode(to encoder: any Encoder) throws {
        var fields = encoder.container(keyedBy: CodingKeys.self)
        try fields.encode(kind, forKey: .kind)
        try fields.encode(AnyContent(content), forKey: .content)
    }
}

/// A content of any kind, as it encodes itself.
private struct AnyContent: Encodable {
    private let content: any Encodable & Sendable

    init(_ content: any Encodable & Sendable) { self.content = content }

    func encode(to encoder: any Encoder) throws { try content.encode(to: encoder) }
}
