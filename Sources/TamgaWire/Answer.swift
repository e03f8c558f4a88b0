public import NIOCore

/// What a server may answer.
public enum Answer: Sendable, Hashable {
    case welcome(Welcome)
    case pong(Pong)
    case cancelled(Cancelled)
    case enrolled(Enrolled)
    case identified(Identified)
    case verified(Verified)
    case person(Person)
    case deleted(Deleted)
    case encounterAdded(EncounterAdded)
    case updated(Updated)
    case merged(Merged)
    case registered(Registered)
    case lookedUp(LookedUp)
    case linked(Linked)
    case unlinked(Unlinked)
    case refused(Refused)
    case removed(Removed)
    case banLifted(BanLifted)
    case alertList(AlertList)
    case statistics(Statistics)
    case dueList(DueList)
    case historyList(HistoryList)
    case closed(Closed)
    case certified(Certified)
    case error(ErrorMessage)
}

extension Answer {
    /// Reads the body of a frame.
    ///
    /// - Throws: ``WireError``; the frame's borders are not in doubt, so the connection may go on.
    public init(_ frame: Frame) throws(WireError) {
        switch frame.kind {
        case .welcome: self = .welcome(try Welcome(decoding: frame.body))
        case .pong: self = .pong(try Pong(decoding: frame.body))
        case .cancelled: self = .cancelled(try Cancelled(decoding: frame.body))
        case .enrolled: self = .enrolled(try Enrolled(decoding: frame.body))
        case .identified: self = .identified(try Identified(decoding: frame.body))
        case .verified: self = .verified(try Verified(decoding: frame.body))
        case .person: self = .person(try Person(decoding: frame.body))
        case .deleted: self = .deleted(try Deleted(decoding: frame.body))
        case .encounterAdded: self = .encounterAdded(try EncounterAdded(decoding: frame.body))
        case .updated: self = .updated(try Updated(decoding: frame.body))
        case .merged: self = .merged(try Merged(decoding: frame.body))
        case .registered: self = .registered(try Registered(decoding: frame.body))
        case .lookedUp: self = .lookedUp(try LookedUp(decoding: frame.body))
        case .linked: self = .linked(try Linked(decoding: frame.body))
        case .unlinked: self = .unlinked(try Unlinked(decoding: frame.body))
        case .refused: self = .refused(try Refused(decoding: frame.body))
        case .removed: self = .removed(try Removed(decoding: frame.body))
        case .banLifted: self = .banLifted(try BanLifted(decoding: frame.body))
        case .alertList: self = .alertList(try AlertList(decoding: frame.body))
        case .statistics: self = .statistics(try Statistics(decoding: frame.body))
        case .dueList: self = .dueList(try DueList(decoding: frame.body))
        case .historyList: self = .historyList(try HistoryList(decoding: frame.body))
        case .closed: self = .closed(try Closed(decoding: frame.body))
        case .certified: self = .certified(try Certified(decoding: frame.body))
        case .error: self = .error(try ErrorMessage(decoding: frame.body))
        case .hello, .ping, .cancel, .enrol, .identify, .verify, .read, .delete, .addEncounter, .update, .merge,
            .register, .lookUp, .link, .unlink, .refuse, .remove, .liftBan, .alerts, .stats, .due, .history, .close,
            .certificate:
            throw WireError(.unknownKind, field: "kind", message: "a request where an answer should be")
        }
    }

    /// Appends the answer as one frame; on an error `buffer` is as it was.
    ///
    /// - Parameter requestID: that of the request; 0 only for an error that concerns the connection.
    /// - Throws: ``WireError`` naming the field outside its limit, or `frameTooLarge`.
    public func encode(
        requestID: UInt64, limits: WireLimits = .established, into buffer: inout ByteBuffer
    ) throws(WireError) {
        try Frame.encode(content, requestID: requestID, limits: limits, into: &buffer)
    }

    public var kind: MessageKind { type(of: content).kind }

    package var content: any WireMessage {
        switch self {
        case .welcome(let message): message
        case .pong(let message): message
        case .cancelled(let message): message
        case .enrolled(let message): message
        case .identified(let message): message
        case .verified(let message): message
        case .person(let message): message
        case .deleted(let message): message
        case .encounterAdded(let message): message
        case .updated(let message): message
        case .merged(let message): message
        case .registered(let message): message
        case .lookedUp(let message): message
        case .linked(let message): message
        case .unlinked(let message): message
        case .refused(let message): message
        case .removed(let message): message
        case .banLifted(let message): message
        case .alertList(let message): message
        case .statistics(let message): message
        case .dueList(let message): message
        case .historyList(let message): message
        case .closed(let message): message
        case .certified(let message): message
        case .error(let message): message
        }
    }
}
