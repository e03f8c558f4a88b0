internal import TamgaClient
package import TamgaRegistry
package import TamgaWire

extension RegistrationStation {
    /// Asks who somebody is, and prints the answer; nobody is registered.
    ///
    /// - Returns: `done` where a registered person was recognised, else `notRecognised`.
    package func printLookUp(
        _ subject: CaptureSubject, _ language: Language, _ console: Console
    ) async throws(CommandError) -> CommandStatus {
        do throws(ClientError) {
            let answer = try await lookUp(subject)
            console.answer(answer.json(key: nil), answer.text(language))
            return answer.person == nil ? .notRecognised : .done
        } catch {
            throw CommandError(error)
        }
    }
}
