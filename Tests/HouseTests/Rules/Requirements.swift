/// What protocols ask for, by name: documented where the protocol is declared, so a witness need not say it again.
struct Requirements {
    /// Protocols of packages that we answer.
    static let known: [String: Set<String>] = {
        let inbound: Set<String> = [
            "InboundIn", "InboundOut", "channelRegistered", "channelUnregistered", "channelActive", "channelInactive",
            "channelRead", "channelReadComplete", "channelWritabilityChanged", "userInboundEventTriggered",
            "errorCaught", "handlerAdded", "handlerRemoved",
        ]
        let outbound: Set<String> = [
            "OutboundIn", "OutboundOut", "register", "bind", "connect", "write", "flush", "read", "close",
            "triggerUserOutboundEvent", "handlerAdded", "handlerRemoved",
        ]
        let decoder: Set<String> = ["InboundOut", "decode", "decodeLast"]
        return [
            "ChannelInboundHandler": inbound, "ChannelOutboundHandler": outbound,
            "ChannelDuplexHandler": inbound.union(outbound), "ByteToMessageDecoder": decoder,
            "NIOSingleStepByteToMessageDecoder": decoder, "MessageToByteEncoder": ["OutboundIn", "encode"],
            "Service": ["run"], "AsyncParsableCommand": ["run"], "ParsableCommand": ["run"],
            "AsyncSequence": ["makeAsyncIterator"], "Sequence": ["makeIterator"], "RandomNumberGenerator": ["next"],
        ]
    }()

    private let asked: [String: Set<String>]
    private let conformances: [String: Set<String>]

    init(_ tree: Tree) {
        let blocks = tree.swift.filter { $0.target != nil }.flatMap(TypeBlock.all)
        let ours = blocks.filter(\.isProtocol).map { ($0.name, $0.functions) }
        asked = Dictionary(ours + Array(Self.known)) { $0.union($1) }
        conformances = Dictionary(blocks.map { ($0.name, $0.conformances) }) { $0.union($1) }
    }

    /// Whether a protocol that the type around the line names, wherever it does so, asks for the member.
    func ask(for name: String, line: Int, in blocks: [TypeBlock]) -> Bool {
        let innermost = blocks.filter { $0.lines.contains(line) }.min { $0.lines.count < $1.lines.count }
        guard let innermost, !innermost.isProtocol else { return false }
        return conformances[innermost.name, default: []].contains { asked[$0]?.contains(name) ?? false }
    }
}
