internal import NIOCore
internal import Synchronization
public import TamgaWire

/// One connection of a station to a Tamga server; calls may be made from many tasks at once.
///
/// Calls are sent as they come, up to the number that the server takes at once, and further ones wait their turn;
/// answers may arrive in any order. A lost connection fails all calls, and later ones, with `connectionLost`:
/// make a new client then. A client that is no longer needed must be closed with ``close()``.
public final class TamgaClient: Sendable {
    /// What the server said of itself and of its limits.
    public let welcome: Welcome

    /// What every request of this client says of its terms.
    public let options: RequestOptions

    private let link: ClientLink

    init(_ link: ClientLink, _ welcome: Welcome, _ options: RequestOptions) {
        (self.link, self.welcome, self.options) = (link, welcome, options)
    }

    /// The same connection, for requests on other terms: `client.with(.init(deadlineMilliseconds: 500))`.
    public func with(_ options: RequestOptions) -> TamgaClient { TamgaClient(link, welcome, options) }

    /// Takes no more calls, waits for the answers of those there are, says goodbye and closes.
    public func close() async {
        link.channel.eventLoop.execute { [link] in link.handler.value.close() }
        do {
            try await link.channel.closeFuture.get()
        } catch {
            // A close that the system reports as failed has closed all the same.
        }
    }

    /// Sends a request and waits for its answer, which has the kind that belongs to the request.
    func call(_ request: Request) async throws(ClientError) -> Answer {
        let id = link.ids.next()
        let frame = try encode(request, id)
        let (link, kind) = (link, request.kind)
        let result = await withTaskCancellationHandler {
            await withCheckedContinuation { caller in
                link.channel.eventLoop.execute { link.handler.value.submit(id, kind, frame, caller) }
                // The handler below may have run already, before there was anything to cancel.
                if Task.isCancelled { link.cancel(id) }
            }
        } onCancel: {
            link.cancel(id)
        }
        return try result.get()
    }

    private func encode(_ request: Request, _ id: UInt64) throws(ClientError) -> ByteBuffer {
        var frame = ByteBuffer()
        do throws(WireError) {
            try request.check(welcome.limits)
            let limits = WireLimits.established(frameBytes: Int(welcome.limits.frameBytes))
            try request.encode(requestID: id, options: options, limits: limits, into: &frame)
            return frame
        } catch {
            throw ClientError(invalid: error)
        }
    }
}

/// A channel and its handler, which may be touched on the channel's event loop only.
struct ClientLink: Sendable {
    let channel: any Channel
    let handler: NIOLoopBound<ClientHandler>
    let ids = RequestIDs()

    func cancel(_ id: UInt64) {
        channel.eventLoop.execute { handler.value.cancel(id) }
    }
}

/// The ids of a connection's requests.
final class RequestIDs: Sendable {
    private let last = Atomic<UInt64>(ClientMachine.helloID)

    func next() -> UInt64 { last.add(1, ordering: .relaxed).newValue }
}
