import Glibc
import Logging

/// How many files the system lets this process have open: a connection is one.
enum OpenFiles {
    /// Beside connections: the store, segment files, the metrics port, what the system takes.
    private static let others = 128

    /// Raises the limit as far as so many connections need it and the system lets it, and says where that is not
    /// enough.
    static func allow(connections: Int, _ logger: Logger) {
        let needed = rlim_t(connections + others)
        var limit = rlimit()
        let resource = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
        // SAFETY: the call writes to the structure, which lives in this function, and keeps no pointer to it.
        guard unsafe getrlimit(resource, &limit) == 0, limit.rlim_cur < needed else { return }
        limit.rlim_cur = min(needed, limit.rlim_max)
        // SAFETY: as above; the call reads the structure.
        let isSet = unsafe setrlimit(resource, &limit) == 0
        guard !isSet || limit.rlim_cur < needed else { return }
        logger.warning(
            "fewer files may be open than connections are allowed: some will not be accepted",
            metadata: ["connections": "\(connections)", "files": "\(limit.rlim_max)", "needed": "\(needed)"])
    }
}
