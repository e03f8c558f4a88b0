public import NIOCore

/// What a client may ask.
public enum Request: Sendable, Hashable {
    case hello(Hello)
    case ping(Ping)
    case cancel(Cancel)
    case enrol(Enrol)
    case identify(Identify)
    case verify(Verify)
    case read(Read)
    case delete(Delete)
    case addEncounter(AddEncounter)
    case update(Update)
    case merge(Merge)
    case register(Register)
    case lookUp(LookUp)
    case link(Link)
    case unlink(Unlink)
    case refuse(Refuse)
    case remove(Remove)
    case liftBan(LiftBan)
    case alerts(Alerts)
    case stats(Stats)
    case due(Due)
    case history(History)
    case close(Close)
    case certificate(IssueCertificate)
}

extension Request {
    /// Reads the body of a frame, options and all.
    ///
    /// - Throws: ``WireError``; the frame's borders are not in doubt, so the connection may go on.
    public static func read(_ frame: Frame) throws(WireError) -> (request: Request, options: RequestOptions) {
        guard frame.kind.takesOptions else { return (try Request(frame), .none) }
        var frame = frame
        let options = try RequestOptions.take(from: &frame.body)
        return (try Request(frame), options)
    }

    /// Reads the body of a frame that has no options.
    ///
    /// - Throws: ``WireError``; the frame's borders are not in doubt, so the connection may go on.
    public init(_ frame: Frame) throws(WireError) {
        switch frame.kind {
        case .hello: self = .hello(try Hello(decoding: frame.body))
        case .ping: self = .ping(try Ping(decoding: frame.body))
        case .cancel: self = .cancel(try Cancel(decoding: frame.body))
        case .enrol: self = .enrol(try Enrol(decoding: frame.body))
        case .identify: self = .identify(try Identify(decoding: frame.body))
        case .verify: self = .verify(try Verify(decoding: frame.body))
        case .read: self = .read(try Read(decoding: frame.body))
        case .delete: self = .delete(try Delete(decoding: frame.body))
        case .addEncounter: self = .addEncounter(try AddEncounter(decoding: frame.body))
        case .update: self = .update(try Update(decoding: frame.body))
        case .merge: self = .merge(try Merge(decoding: frame.body))
        case .register: self = .register(try Register(decoding: frame.body))
        case .lookUp: self = .lookUp(try LookUp(decoding: frame.body))
        case .link: self = .link(try Link(decoding: frame.body))
        case .unlink: self = .unlink(try Unlink(decoding: frame.body))
        case .refuse: self = .refuse(try Refuse(decoding: frame.body))
        case .remove: self = .remove(try Remove(decoding: frame.body))
        case .liftBan: self = .liftBan(try LiftBan(decoding: frame.body))
        case .alerts: self = .alerts(try Alerts(decoding: frame.body))
        case .stats: self = .stats(try Stats(decoding: frame.body))
        case .due: self = .due(try Due(decoding: frame.body))
        case .history: self = .history(try History(decoding: frame.body))
        case .close: self = .close(try Close(decoding: frame.body))
        case .certificate: self = .certificate(try IssueCertificate(decoding: frame.body))
        case .welcome, .pong, .cancelled, .enrolled, .identified, .verified, .person, .deleted, .encounterAdded,
            .updated, .merged, .registered, .lookedUp, .linked, .unlinked, .refused, .removed, .banLifted, .alertList,
            .statistics, .dueList, .historyList, .closed, .certified, .error:
            throw WireError(.unknownKind, field: "kind", message: "an answer where a request should be")
        }
    }

    /// Appends the request as one frame; on an error `buffer` is as it was.
    ///
    /// - Parameters:
    ///   - requestID: not 0, and not that of a request in flight.
    ///   - options: left out of kinds that take none.
    /// - Throws: ``WireError`` naming the field outside its limit, or `frameTooLarge`.
    public func encode(
        requestID: UInt64, options: RequestOptions = .none, limits: WireLimits = .established,
        into buffer: inout ByteBuffer
    ) throws(WireError) {
        let options = kind.takesOptions ? options : .none
        try Frame.encode(content, options: options, requestID: requestID, limits: limits, into: &buffer)
    }

    public var kind: MessageKind { type(of: content).kind }

    package var content: any WireMessage {
        switch self {
        case .hello(let message): message
        case .ping(let message): message
        case .cancel(let message): message
        case .enrol(let message): message
        case .identify(let message): message
        case .verify(let message): message
        case .read(let message): message
        case .delete(let message): message
        case .addEncounter(let message): message
        case .update(let message): message
        case .merge(let message): message
        case .register(let message): message
        case .lookUp(let message): message
        case .link(let message): message
        case .unlink(let message): message
        case .refuse(let message): message
        case .remove(let message): message
        case .liftBan(let message): message
        case .alerts(let message): message
        case .stats(let message): message
        case .due(let message): message
        case .history(let message): message
        case .close(let message): message
        case .certificate(let message): message
        }
    }
}

// MARK: Against what the welcome said
extension Request {
    /// Checks a request against the limits of its session, which may be narrower than the protocol's.
    ///
    /// - Throws: ``WireError`` of code `limitExceeded`.
    public func check(_ limits: SessionLimits) throws(WireError) {
        switch self {
        case .enrol(let enrol): try limits.check(enrol.fingers)
        case .addEncounter(let addition): try limits.check(addition.fingers)
        case .update(let update): try limits.check(update.fingers)
        case .verify(let verify): try limits.check(verify.fingers)
        case .register(let register): try limits.check(register.subject.fingers, atLeast: 0)
        case .lookUp(let lookUp): try limits.check(lookUp.subject.fingers, atLeast: 0)
        case .identify(let identify):
            try limits.check(identify.fingers)
            if let asked = identify.maximumCandidates, asked > limits.candidates {
                throw WireError(
                    .limitExceeded, field: "maximum-candidates", limit: "1...\(limits.candidates)",
                    message: "more than this server gives")
            }
        case .hello, .ping, .cancel, .read, .delete, .merge, .link, .unlink, .refuse, .remove, .liftBan, .alerts,
            .stats, .due, .history, .close, .certificate:
            break
        }
    }
}

extension SessionLimits {
    fileprivate func check(_ fingers: [FingerRecord], atLeast least: Int = 1) throws(WireError) {
        guard fingers.count <= fingersPerRequest else {
            throw WireError(
                .limitExceeded, field: "finger", limit: "\(least)..\(fingersPerRequest) times",
                message: "it occurs too often")
        }
        if let index = fingers.firstIndex(where: { $0.record.count > recordBytes }) {
            throw WireError(
                .limitExceeded, field: "finger[\(index)].record", limit: "1...\(recordBytes) bytes",
                message: "it has \(fingers[index].record.count) bytes")
        }
    }
}
