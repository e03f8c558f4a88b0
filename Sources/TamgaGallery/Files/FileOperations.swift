/// What the segment files need of the system; faults are put in here by tests.
package protocol FileOperations: Sendable {
    /// Names of the entries of a directory, which is made if it is missing.
    func names(in directory: String) throws(SystemError) -> [String]
    /// Opens a file for reading.
    func open(_ path: String) throws(SystemError) -> any ReadableFile
    /// Makes a file of these bytes, one after the other, and waits until it is on the disk.
    func write(_ path: String, _ header: [UInt8], _ body: UnsafeRawBufferPointer) throws(SystemError)
    /// Gives a file another name, replacing what has it.
    func rename(_ path: String, to other: String) throws(SystemError)
    /// Removes a file, which may be missing.
    func remove(_ path: String) throws(SystemError)
    /// Waits until the entries of a directory are on the disk.
    func synchronise(_ directory: String) throws(SystemError)
}

/// An open file, read from the start on.
package protocol ReadableFile: Sendable {
    /// Bytes of the file at this moment.
    func byteCount() throws(SystemError) -> Int
    /// Reads the next bytes; returns how many, which may be fewer than there is room for, and none at the end.
    func read(into space: UnsafeMutableRawBufferPointer) throws(SystemError) -> Int
}
