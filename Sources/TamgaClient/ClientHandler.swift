internal import NIOCore
internal import TamgaTLS
internal import TamgaWire

/// Does what the machine says, on the event loop of its channel; decides nothing.
final class ClientHandler: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private var machine: ClientMachine
    private let configuration: ClientConfiguration
    private var context: ChannelHandlerContext?
    private var greeting: Result<Welcome, ClientError>?
    private var greeted: CheckedContinuation<Result<Welcome, ClientError>, Never>?
    private var callers: [UInt64: CheckedContinuation<Result<Answer, ClientError>, Never>] = [:]
    private var timers: [UInt64: Scheduled<Void>] = [:]

    init(_ configuration: ClientConfiguration) {
        self.configuration = configuration
        machine = ClientMachine(clientName: configuration.clientName)
    }

    func handlerAdded(context: ChannelHandlerContext) { self.context = context }

    func handlerRemoved(context: ChannelHandlerContext) {
        perform(machine.disconnected())
        self.context = nil
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if case .handshakeCompleted = event as? TLSEvent { perform(machine.secured()) }
        context.fireUserInboundEventTriggered(event)
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        perform(machine.receive(unwrapInboundIn(data)))
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        perform(machine.disconnected(error))
    }

    func channelInactive(context: ChannelHandlerContext) {
        perform(machine.disconnected())
        context.fireChannelInactive()
    }
}

// MARK: Callers
extension ClientHandler {
    func awaitGreeting(_ continuation: CheckedContinuation<Result<Welcome, ClientError>, Never>) {
        if let greeting { continuation.resume(returning: greeting) } else { greeted = continuation }
    }

    func submit(
        _ id: UInt64, _ kind: MessageKind, _ frame: ByteBuffer,
        _ caller: CheckedContinuation<Result<Answer, ClientError>, Never>
    ) {
        callers[id] = caller
        perform(machine.submit(id, kind: kind, frame: frame))
    }

    func cancel(_ id: UInt64) { perform(machine.cancel(id)) }

    func close() { perform(machine.close()) }
}

// MARK: Actions
extension ClientHandler {
    private func perform(_ actions: [ClientAction]) {
        var hasWritten = false
        for action in actions {
            switch action {
            case .send(let frame):
                context?.write(wrapOutboundOut(frame), promise: nil)
                hasWritten = true
            case .startTimer(let id): startTimer(id)
            case .stopTimer(let id): timers.removeValue(forKey: id)?.cancel()
            case .greet(let welcome): greet(.success(welcome))
            case .failGreeting(let error): greet(.failure(error))
            case .complete(let id, let result): callers.removeValue(forKey: id)?.resume(returning: result)
            case .close: context?.close(promise: nil)
            }
        }
        if hasWritten { context?.flush() }
    }

    private func greet(_ result: Result<Welcome, ClientError>) {
        greeting = result
        greeted?.resume(returning: result)
        greeted = nil
    }

    private func startTimer(_ id: UInt64) {
        let isHello = id == ClientMachine.helloID
        let wait = isHello ? configuration.connectTimeout : configuration.requestTimeout
        timers[id] = context?.eventLoop.assumeIsolated().scheduleTask(in: wait) {
            self.timers[id] = nil
            self.perform(self.machine.timeOut(id))
        }
    }
}
