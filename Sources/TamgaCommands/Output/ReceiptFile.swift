internal import TamgaWire

/// The file that keeps a deletion's receipt.
///
/// It is made before the deletion: a place that cannot be written must not cost the proof of what cannot be repeated.
struct ReceiptFile {
    private let file: NewFile

    /// Makes the file, empty and for its owner only; one that is there is never touched.
    ///
    /// - Throws: ``CommandError`` of status `usage`.
    init(creating path: String) throws(CommandError) {
        file = try NewFile(creating: path, option: "--receipt", consequence: "nothing was deleted")
    }

    /// Writes the receipt, one JSON object, down to the disk.
    ///
    /// - Throws: ``CommandError`` of status `usage`, although the person is deleted; then there is no file.
    func keep(_ deleted: Deleted) throws(CommandError) {
        guard let receipt = deleted.receipt else {
            discard()
            throw Self.lost("the server gave no receipt")
        }
        let members = [("person", JSON.string(deleted.person)), ("sequence", .integer(deleted.sequence))]
        guard file.keep(Array((JSON.object(members + receipt.json).text + "\n").utf8)) else {
            throw Self.lost("the receipt could not be written to \(file.path); the answer has it")
        }
    }

    /// Removes the file: nothing was deleted, or nobody knows.
    func discard() { file.discard() }

    private static func lost(_ why: String) -> CommandError {
        CommandError(.usage, code: "no-receipt", message: "the person is deleted, but \(why)", field: "--receipt")
    }
}
