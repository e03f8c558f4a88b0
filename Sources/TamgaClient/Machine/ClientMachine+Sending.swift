internal import NIOCore
internal import TamgaWire

extension ClientMachine {
    /// Sends as many waiting calls as may be in flight.
    mutating func sendWaiting() -> [ClientAction] {
        guard let limits = welcome?.limits else { return [] }
        var actions: [ClientAction] = []
        while inFlight < limits.requestsInFlight, let id = queue.popFirst() {
            guard let frame = calls[id]?.frame else { continue }
            calls[id]?.frame = nil
            inFlight += 1
            actions += [.send(frame), .startTimer(id)]
        }
        return actions
    }

    /// The caller gets the error; what was sent keeps its place until the answer comes.
    mutating func giveUp(_ id: UInt64, _ error: ClientError) -> [ClientAction] {
        guard let call = calls[id], !call.isAbandoned else { return [] }
        guard call.frame == nil else {
            calls[id] = nil
            return [.complete(id, .failure(error))] + closeWhenDrained()
        }
        calls[id]?.isAbandoned = true
        abandoned += 1
        let told: [ClientAction] = [.stopTimer(id), .complete(id, .failure(call.failure(error)))]
        return cancelling(id) + told + closeWhenNothingMoves()
    }

    /// The bit that ids of cancellations have, and no request's.
    static let cancellingBit: UInt64 = 1 << 63

    /// Tells the server that nobody waits for a request any more, where it understands that.
    private func cancelling(_ id: UInt64) -> [ClientAction] {
        guard welcome?.capabilities.contains(WireCapability.cancel) == true else { return [] }
        var frame = ByteBuffer()
        do throws(WireError) {
            try Request.cancel(Cancel(request: id)).encode(requestID: id | Self.cancellingBit, into: &frame)
        } catch { return [] }
        return [.send(frame)]
    }

    /// With every place held by a call given up, nothing would ever be sent again.
    private mutating func closeWhenNothingMoves() -> [ClientAction] {
        if case .draining = phase { return closeWhenDrained() }
        guard let limits = welcome?.limits, abandoned >= limits.requestsInFlight else { return [] }
        return disconnected(.gaveUp("the server left too many requests without an answer"))
    }

    /// While draining, closes as soon as nobody waits for anything.
    mutating func closeWhenDrained() -> [ClientAction] {
        guard case .draining = phase, calls.count == abandoned else { return [] }
        return end(ClientError(.closed, "the client was closed"))
    }

    /// Fails everybody who waits, in the order of their ids, and closes.
    mutating func end(_ error: ClientError) -> [ClientAction] {
        var actions: [ClientAction] = []
        switch phase {
        case .connecting: actions.append(.failGreeting(error))
        case .greeting: actions += [.stopTimer(Self.helloID), .failGreeting(error)]
        case .open, .draining: break
        case .closed: return []
        }
        phase = .closed(error)
        for (id, call) in calls.sorted(by: { $0.key < $1.key }) where !call.isAbandoned {
            if call.frame == nil { actions.append(.stopTimer(id)) }
            actions.append(.complete(id, .failure(call.failure(error))))
        }
        calls = [:]
        queue.removeAll()
        return actions + [.close]
    }

    var welcome: Welcome? {
        switch phase {
        case .open(let welcome), .draining(let welcome): welcome
        case .connecting, .greeting, .closed: nil
        }
    }
}

extension ClientMachine.Call {
    /// The error as this call's caller must see it.
    func failure(_ error: ClientError) -> ClientError {
        var failure = error
        failure.isOutcomeUnknown = changesTheStore && frame == nil
        return failure
    }
}
