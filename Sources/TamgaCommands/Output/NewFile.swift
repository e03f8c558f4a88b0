internal import Foundation

/// A file that is made before something is asked of the server that cannot be repeated.
struct NewFile {
    let path: String
    private let file: FileHandle

    /// Makes the file, empty and for its owner only; one that is there is never touched.
    ///
    /// - Parameters:
    ///   - option: that names it.
    ///   - consequence: what was not done where it cannot be made, such as `nothing was deleted`.
    /// - Throws: ``CommandError`` of status `usage`.
    init(creating path: String, option: String, consequence: String) throws(CommandError) {
        // SAFETY: the call reads the path, which lives until it returns; its other arguments are numbers.
        let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            throw errno == EEXIST
                ? .usage("\(path) is there already; \(consequence)", field: option, limit: "a new file")
                : .usage("cannot make \(path); \(consequence)", field: option)
        }
        self.path = path
        file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    }

    /// Writes the bytes, down to the disk; where that fails there is no file afterwards.
    ///
    /// - Returns: whether it is written.
    func keep(_ bytes: [UInt8]) -> Bool {
        do {
            try file.write(contentsOf: Data(bytes))
            try file.synchronize()
            try file.close()
            return true
        } catch {
            discard()
            return false
        }
    }

    /// Removes the file: nothing was done, or nobody knows.
    func discard() {
        // An empty file that stays says nothing wrong.
        try? file.close()
        try? FileManager.default.removeItem(atPath: path)
    }
}
