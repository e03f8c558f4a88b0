import TamgaRegistry

/// What a fact says, whatever its kind, as it encodes itself.
struct AnyContent: Encodable {
    private let fact: Fact

    init(_ fact: Fact) { self.fact = fact }

    func encode(to encoder: any Encoder) throws { try fact.content.encode(to: encoder) }
}
