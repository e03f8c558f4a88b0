extension SessionMachine {
    /// The server is going down: what is in flight is finished first.
    package mutating func drain() -> [SessionAction] {
        switch state {
        case .handshaking: return close(.shutdown)
        case .awaitingHello: return endOfDraining()
        case .established:
            state = .draining
            return inFlight.isEmpty ? endOfDraining() : []
        case .draining, .ending, .closed: return []
        }
    }

    /// The server waits no longer.
    package mutating func abort() -> [SessionAction] { close(.aborted) }

    /// The station's certificate is no longer accepted: it is told so, and what is in flight is not waited for. What
    /// was begun may still be done; like after any lost connection, nobody is told.
    package mutating func dismiss(_ reason: String) -> [SessionAction] {
        switch state {
        case .awaitingHello, .established, .draining:
            return [Self.send(.certificateWithdrawn(reason), 0, nil)] + end(.certificate)
        case .handshaking: return close(.certificate)
        case .ending, .closed: return []
        }
    }

    /// What is waited for did not come.
    package mutating func timedOut(_ deadline: SessionDeadline) -> [SessionAction] { close(.timeout(deadline)) }

    /// The client leaves more unread than may wait for it.
    package mutating func outboundOverflowed() -> [SessionAction] { close(.slowReader) }

    /// The socket buffer has room again, or none any more.
    package mutating func writabilityChanged(_ isWritable: Bool) { self.isWritable = isWritable }

    /// All that was sent has left.
    package mutating func flushed() -> [SessionAction] {
        guard case .ending(let end) = state else { return [] }
        return close(end)
    }

    /// The connection is gone: answers that come now are dropped.
    package mutating func connectionLost() {
        state = .closed
        inFlight = [:]
    }

    /// Tells a client that waits for nothing why the connection ends.
    mutating func endOfDraining() -> [SessionAction] {
        [Self.send(.shuttingDown, 0, nil)] + end(.shutdown)
    }

    mutating func end(_ end: SessionEnd) -> [SessionAction] {
        state = .ending(end)
        inFlight = [:]
        return [.closeAfterFlush(end)]
    }

    private mutating func close(_ end: SessionEnd) -> [SessionAction] {
        guard state != .closed else { return [] }
        connectionLost()
        return [.close(end)]
    }
}
