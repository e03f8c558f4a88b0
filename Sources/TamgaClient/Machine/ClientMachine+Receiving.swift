package import NIOCore
internal import TamgaWire

extension ClientMachine {
    /// Bytes of the server, as they arrived.
    package mutating func receive(_ bytes: ByteBuffer) -> [ClientAction] {
        reader.append(bytes)
        var actions: [ClientAction] = []
        do throws(FrameRefusal) {
            while isAlive, let event = try reader.next() { actions += take(event) }
        } catch {
            actions += violated("a frame that is not one: \(error.error)")
        }
        return actions
    }

    private var isAlive: Bool {
        if case .closed = phase { false } else { true }
    }

    private mutating func take(_ event: FrameEvent) -> [ClientAction] {
        switch event {
        case .refused(let refusal):
            let error = ClientError(.protocolViolation, "an answer of unknown kind \(refusal.kind)")
            if case .greeting = phase { return end(error) }
            return finish(refusal.requestID) { .failure($0.failure(error)) }
        case .frame(let frame):
            do throws(WireError) {
                return take(try Answer(frame), id: frame.requestID)
            } catch {
                return violated("an answer that cannot be read: \(error)")
            }
        }
    }

    private mutating func take(_ answer: Answer, id: UInt64) -> [ClientAction] {
        if case .error(let message) = answer, id == 0 { return takeNotice(message) }
        switch phase {
        case .connecting: return violated("an answer before the hello")
        case .greeting: return takeGreeting(answer, id)
        case .open, .draining: break
        case .closed: return []
        }
        // Nobody waits for it; what it is about has an answer of its own.
        if id & Self.cancellingBit != 0 { return [] }
        guard let call = calls[id], call.frame == nil else { return violated("an answer to no request") }
        if case .error(let message) = answer {
            if message.code.closesConnection { lastWords = message }
            return finish(id) { _ in .failure(ClientError(refused: message)) }
        }
        guard answer.kind == call.kind.answer else { return violated("a \(answer.kind.name) for a \(call.kind.name)") }
        return finish(id) { _ in .success(answer) }
    }

    private mutating func takeGreeting(_ answer: Answer, _ id: UInt64) -> [ClientAction] {
        guard id == Self.helloID else { return violated("an answer to no request") }
        switch answer {
        case .error(let message): return end(ClientError(refused: message))
        case .welcome(let welcome):
            guard WireProtocol.supportedVersions.contains(welcome.version) else {
                return violated("a welcome of version \(welcome.version)")
            }
            phase = .open(welcome)
            reader.limits = .established(frameBytes: Int(welcome.limits.frameBytes))
            return [.stopTimer(id), .greet(welcome)] + sendWaiting()
        default: return violated("a \(answer.kind.name) for a hello")
        }
    }

    /// An error that concerns the connection: the reason why it will close, or why it will soon.
    private mutating func takeNotice(_ message: ErrorMessage) -> [ClientAction] {
        switch phase {
        case .connecting, .greeting: return end(ClientError(refused: message))
        case .open, .draining, .closed:
            lastWords = message
            return []
        }
    }

    /// Ends a call and sends the next; its caller is told unless it left.
    private mutating func finish(
        _ id: UInt64, _ result: (Call) -> Result<Answer, ClientError>
    ) -> [ClientAction] {
        guard let call = calls[id], call.frame == nil else { return violated("an answer to no request") }
        calls[id] = nil
        inFlight -= 1
        if call.isAbandoned { abandoned -= 1 }
        let told: [ClientAction] = call.isAbandoned ? [] : [.stopTimer(id), .complete(id, result(call))]
        return told + sendWaiting() + closeWhenDrained()
    }

    private mutating func violated(_ what: String) -> [ClientAction] {
        end(ClientError(.protocolViolation, "the server sent \(what)"))
    }
}
