internal import TamgaClient
package import TamgaRegistry
internal import TamgaWire

extension RegistrationStation {
    /// Has a certificate issued, and keeps its file.
    ///
    /// - Parameters:
    ///   - person: as ``OptionValue/person(_:_:)`` gives it.
    ///   - path: of a file that is not there yet; nothing is asked of the server if it is.
    /// - Throws: ``CommandError``.
    package func printCertificate(
        person: String, to path: String, officer: String?, _ language: Language, _ console: Console
    ) async throws(CommandError) -> CommandStatus {
        let file = try NewFile(creating: path, option: "--out", consequence: "nothing was issued")
        let certified: Certified
        do throws(ClientError) { certified = try await issueCertificate(person: person, officer: officer) } catch {
            file.discard()
            throw CommandError(error, remedy: "`tamga history` tells which; asked again, another one is issued")
        }
        guard file.keep(certified.file) else {
            throw CommandError(
                .usage, code: "not-written",
                message: "certificate \(certified.serial) is issued, but could not be written to \(path); "
                    + "asked again, another one is issued", field: "--out")
        }
        console.answer(certified.json(person, path), certified.text(person, path, language))
        return .done
    }
}
