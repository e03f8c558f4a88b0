internal import TamgaWire

extension Station {
    /// Removes a person; the receipt goes with the answer, and into a new file where one is named.
    ///
    /// - Parameter receipt: the path of a file that is not there yet; nothing is asked of the server if it is.
    package func printDeletion(
        of person: String, receipt: String?, _ console: Console
    ) async throws -> CommandStatus {
        let file = try receipt.map { try ReceiptFile(creating: $0) }
        let deleted: Deleted
        do {
            deleted = try await delete(person: person)
        } catch {
            file?.discard()
            throw error
        }
        console.answer(deleted.json, deleted.text)
        try file?.keep(deleted)
        return .done
    }
}
