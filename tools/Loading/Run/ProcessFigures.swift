import Foundation
import Glibc

/// What the system says of this process.
package enum ProcessFigures {
    /// Seconds of processor time this process has had, all its threads together; not that of programs it started.
    package static func processorSeconds() -> Double { Double(clock()) / Double(CLOCKS_PER_SEC) }

    /// Raises the number of files this process may have open, which is that of its connections and of the server it
    /// starts, to what is needed.
    ///
    /// - Throws: ``LoadError`` where the system allows fewer.
    package static func allowOpenFiles(_ needed: Int) throws(LoadError) {
        var limit = rlimit()
        // SAFETY: the call writes to the structure, which lives in this function, and keeps no pointer to it.
        guard unsafe getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else {
            throw LoadError("idle", "the system does not say how many files may be open")
        }
        guard limit.rlim_cur < rlim_t(needed) else { return }
        guard limit.rlim_max >= rlim_t(needed) else {
            throw LoadError(
                "idle", "\(needed) open files are needed", limit: "\(limit.rlim_max), the hard limit (ulimit -Hn)")
        }
        limit.rlim_cur = rlim_t(needed)
        // SAFETY: as above; the call reads the structure.
        guard unsafe setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else {
            throw LoadError("idle", "\(needed) open files: the system refuses", limit: "\(limit.rlim_max)")
        }
    }
}
