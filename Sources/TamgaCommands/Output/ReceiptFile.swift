internal import Foundation
internal import TamgaWire

/// The file that keeps a deletion's receipt.
///
/// It is made before the deletion: a place that cannot be written must not cost the proof of what cannot be repeated.
struct ReceiptFile {
    private let path: String
    private let file: FileHandle

    /// Makes the file, empty and for its owner only; one that is there is never touched.
    ///
    /// - Throws: ``CommandError`` of status `usage`.
    init(creating path: String) throws(CommandError) {
        // SAFETY: the call reads the path, which lives until it returns; its other arguments are numbers.
        let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            throw errno == EEXIST
                ? .usage("\(path) is there already; nothing was deleted", field: "--receipt", limit: "a new file")
                : .usage("cannot make \(path); nothing was deleted", field: "--receipt")
        }
        self.path = path
        file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
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
        do {
            try file.write(contentsOf: Data((JSON.object(members + receipt.json).text + "\n").utf8))
            try file.synchronize()
            try file.close()
        } catch {
            discard()
            throw Self.lost("the receipt could not be written to \(path); the answer has it")
        }
    }

    /// Removes the file: nothing was deleted, or nobody knows.
    func discard() {
        // An empty file that stays says nothing wrong.
        try? file.close()
        try? FileManager.default.removeItem(atPath: path)
    }

    private static func lost(_ why: String) -> CommandError {
        CommandError(.usage, code: "no-receipt", message: "the person is deleted, but \(why)", field: "--receipt")
    }
}
