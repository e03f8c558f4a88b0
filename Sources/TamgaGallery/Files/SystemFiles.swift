import Glibc

/// Files of the operating system.
package struct SystemFiles: FileOperations {
    package init() {}

    package func names(in directory: String) throws(SystemError) -> [String] {
        // SAFETY: paths are passed as zero-terminated copies that live for the call; the stream is ours until closed.
        guard unsafe mkdir(directory, 0o700) == 0 || errno == EEXIST else {
            throw SystemError(errno, while: "making the directory of segments")
        }
        guard let stream = unsafe opendir(directory) else {
            throw SystemError(errno, while: "listing the directory of segments")
        }
        defer { unsafe closedir(stream) }
        var names: [String] = []
        errno = 0
        while let entry = unsafe readdir(stream) {
            // SAFETY: the system ends the name with a zero; it is copied before the next call.
            let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { name in
                unsafe name.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
            }
            if name != ".", name != ".." { names.append(name) }
            errno = 0
        }
        guard errno == 0 else { throw SystemError(errno, while: "listing the directory of segments") }
        return names
    }

    package func open(_ path: String) throws(SystemError) -> any ReadableFile {
        try OpenFile(path, O_RDONLY, while: "opening a segment file")
    }

    package func write(_ path: String, _ header: [UInt8], _ body: UnsafeRawBufferPointer) throws(SystemError) {
        let file = try OpenFile(path, O_WRONLY | O_CREAT | O_TRUNC, while: "making a segment file")
        // SAFETY: the caller holds the bytes during the call.
        try unsafe file.append(header.span.bytes)
        try file.append(unsafe RawSpan(_unsafeBytes: body))
        try file.synchronise()
    }

    package func rename(_ path: String, to other: String) throws(SystemError) {
        // SAFETY: paths are passed as zero-terminated copies that live for the call.
        guard unsafe Glibc.rename(path, other) == 0 else { throw SystemError(errno, while: "naming a segment file") }
    }

    package func remove(_ path: String) throws(SystemError) {
        // SAFETY: the path is passed as a zero-terminated copy that lives for the call.
        guard unsafe unlink(path) == 0 || errno == ENOENT else {
            throw SystemError(errno, while: "removing a segment file")
        }
    }

    package func synchronise(_ directory: String) throws(SystemError) {
        try OpenFile(directory, O_RDONLY | O_DIRECTORY, while: "opening the directory of segments").synchronise()
    }
}

/// A descriptor of an open file, closed with its last owner.
final class OpenFile: ReadableFile {
    let descriptor: Int32

    init(_ path: String, _ flags: Int32, while doing: String) throws(SystemError) {
        // SAFETY: the path is passed as a zero-terminated copy that lives for the call.
        descriptor = unsafe Glibc.open(path, flags | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw SystemError(errno, while: doing) }
    }

    func append(_ bytes: RawSpan) throws(SystemError) {
        var offset = 0
        while offset < bytes.byteCount {
            // SAFETY: within the span, which is held during the call.
            let written = unsafe bytes.withUnsafeBytes { all in
                unsafe Glibc.write(descriptor, all.baseAddress.map { unsafe $0 + offset }, all.count - offset)
            }
            guard written > 0 || errno == EINTR else { throw SystemError(errno, while: "writing a segment file") }
            offset += max(0, written)
        }
    }

    func synchronise() throws(SystemError) {
        guard fsync(descriptor) == 0 else { throw SystemError(errno, while: "waiting for the disk") }
    }

    func read(into space: UnsafeMutableRawBufferPointer) throws(SystemError) -> Int {
        // SAFETY: the caller holds the space, which has room for as much as is asked for.
        let count = unsafe Glibc.read(descriptor, space.baseAddress, space.count)
        guard count >= 0 else { throw SystemError(errno, while: "reading a segment file") }
        return count
    }

    func byteCount() throws(SystemError) -> Int {
        var status = stat()
        // SAFETY: the system fills the structure during the call.
        guard unsafe fstat(descriptor, &status) == 0 else {
            throw SystemError(errno, while: "measuring a segment file")
        }
        return Int(status.st_size)
    }

    deinit { _ = close(descriptor) }
}
