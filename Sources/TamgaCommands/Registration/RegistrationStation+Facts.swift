internal import TamgaClient
package import TamgaRegistry
internal import TamgaWire

extension RegistrationStation {
    /// Asks to write one thing down, and prints where it stands in the history.
    package func printNote(
        _ request: FactRequest, _ language: Language, _ console: Console
    ) async throws(CommandError) -> CommandStatus {
        do throws(ClientError) {
            let (fact, microseconds) = try await note(request)
            let (kind, time) = (request.kind, Decimal3(microseconds).text)
            let json = JSON.object([
                ("kind", .string(kind.rawValue)), ("fact", .string(fact.text)), ("milliseconds", .number(time)),
            ])
            console.answer(json, "\(request.text(language)): \(fact.text) (\(time) ms)")
            return .done
        } catch {
            throw CommandError(error, remedy: request.remedy)
        }
    }

    private func note(_ request: FactRequest) async throws(ClientError) -> (FactReference, UInt64) {
        switch request {
        case .link(let request):
            let answer = try await link(request)
            return (answer.fact, answer.microseconds)
        case .unlink(let request):
            let answer = try await unlink(request)
            return (answer.fact, answer.microseconds)
        case .refuse(let request):
            let answer = try await refuse(request)
            return (answer.fact, answer.microseconds)
        case .remove(let request):
            let answer = try await remove(request)
            return (answer.fact, answer.microseconds)
        case .liftBan(let request):
            let answer = try await liftBan(request)
            return (answer.fact, answer.microseconds)
        case .close(let request, _):
            let answer = try await closeFact(request)
            return (answer.fact, answer.microseconds)
        }
    }
}
