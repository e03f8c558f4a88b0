/// What a frame carries: requests have numbers below 0x80, the answer to a request is the same number with 0x80 added.
public enum MessageKind: UInt8, Sendable, Hashable, CaseIterable {
    case hello = 0x01
    case ping = 0x02
    case enrol = 0x10
    case identify = 0x11
    case verify = 0x12
    case read = 0x13
    case delete = 0x14
    case addEncounter = 0x15
    case update = 0x16
    case merge = 0x17
    case stats = 0x20

    case welcome = 0x81
    case pong = 0x82
    case enrolled = 0x90
    case identified = 0x91
    case verified = 0x92
    case person = 0x93
    case deleted = 0x94
    case encounterAdded = 0x95
    case updated = 0x96
    case merged = 0x97
    case statistics = 0xA0
    case error = 0xFF
}

extension MessageKind {
    /// The bit that tells an answer from a request.
    public static let answerBit: UInt8 = 0x80

    /// Which way it travels.
    public var direction: MessageDirection { rawValue & Self.answerBit == 0 ? .requests : .answers }

    /// The kind that answers this request when all went well; nil for an answer.
    public var answer: MessageKind? {
        direction == .requests ? MessageKind(rawValue: rawValue | Self.answerBit) : nil
    }

    /// Whether its body may carry records or a candidate list, and so has the larger limit.
    var isLarge: Bool {
        switch self {
        case .enrol, .identify, .verify, .addEncounter, .update, .identified, .person: true
        default: false
        }
    }

    /// Whether it asks for a change in the store.
    public var isChange: Bool {
        switch self {
        case .enrol, .delete, .addEncounter, .update, .merge: true
        default: false
        }
    }

    /// The name used in the specification and in statistics.
    public var name: String {
        switch self {
        case .addEncounter: "add-encounter"
        case .encounterAdded: "encounter-added"
        default: "\(self)"
        }
    }
}

/// Which way messages travel: requests from client to server, answers back.
public enum MessageDirection: Sendable, Hashable {
    case requests
    case answers
}
