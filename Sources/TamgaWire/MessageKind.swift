/// What a frame carries: requests have numbers below 0x80, the answer to a request is the same number with 0x80 added.
public enum MessageKind: UInt8, Sendable, Hashable, CaseIterable {
    case hello = 0x01
    case ping = 0x02
    case cancel = 0x03
    case enrol = 0x10
    case identify = 0x11
    case verify = 0x12
    case read = 0x13
    case delete = 0x14
    case addEncounter = 0x15
    case update = 0x16
    case merge = 0x17
    case register = 0x18
    case lookUp = 0x19
    case link = 0x1A
    case unlink = 0x1B
    case refuse = 0x1C
    case remove = 0x1D
    case liftBan = 0x1E
    case alerts = 0x1F
    case stats = 0x20
    case due = 0x21
    case history = 0x22
    case close = 0x23
    case certificate = 0x24

    case welcome = 0x81
    case pong = 0x82
    case cancelled = 0x83
    case enrolled = 0x90
    case identified = 0x91
    case verified = 0x92
    case person = 0x93
    case deleted = 0x94
    case encounterAdded = 0x95
    case updated = 0x96
    case merged = 0x97
    case registered = 0x98
    case lookedUp = 0x99
    case linked = 0x9A
    case unlinked = 0x9B
    case refused = 0x9C
    case removed = 0x9D
    case banLifted = 0x9E
    case alertList = 0x9F
    case statistics = 0xA0
    case dueList = 0xA1
    case historyList = 0xA2
    case closed = 0xA3
    case certified = 0xA4
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

    /// Whether its body may carry records, a file or a long list, and so has the larger limit.
    var isLarge: Bool {
        switch self {
        case .enrol, .identify, .verify, .addEncounter, .update, .identified, .person, .register, .lookUp, .registered,
            .lookedUp, .alertList, .dueList, .historyList, .certified:
            true
        default: false
        }
    }

    /// Whether it is a request that may carry ``RequestOptions``: one that there is anything to do for.
    public var takesOptions: Bool {
        switch self {
        case .hello, .ping, .cancel: false
        default: direction == .requests
        }
    }

    /// Whether it asks for a change in the store.
    public var isChange: Bool {
        switch self {
        case .enrol, .delete, .addEncounter, .update, .merge, .register, .link, .unlink, .refuse, .remove, .liftBan,
            .close, .certificate:
            true
        default: false
        }
    }

    /// The name used in the specification and in statistics: the words of the case, with hyphens between them.
    public var name: String {
        "\(self)".reduce(into: "") { $0 += $1.isUppercase ? "-\($1.lowercased())" : "\($1)" }
    }
}

/// Which way messages travel: requests from client to server, answers back.
public enum MessageDirection: Sendable, Hashable {
    case requests
    case answers
}
