// SAFETY: `environ` is a variable that any thread may set; nobody in this process does.
@unsafe @preconcurrency import Glibc

/// Starts a process in a group of its own, so that all it starts can be killed with it.
enum ChildProcess {
    /// Starts `/bin/sh -c`: standard input is empty, standard output is the descriptor, standard error that of this
    /// process; no signal is blocked or ignored.
    static func start(shell command: String, output: Int32) throws(SystemNumber) -> pid_t {
        // SAFETY: in all of this function: initialised here, destroyed at its end; all outlives the call.
        var actions = unsafe posix_spawn_file_actions_t()
        try check(unsafe posix_spawn_file_actions_init(&actions))
        // SAFETY: see above.
        defer { unsafe posix_spawn_file_actions_destroy(&actions) }
        // SAFETY: see above; the copy is not closed at exec, even if it has the same number.
        try check(unsafe posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO))
        // SAFETY: see above.
        try check(unsafe posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0))
        var attributes = posix_spawnattr_t()
        // SAFETY: see above.
        try check(unsafe posix_spawnattr_init(&attributes))
        // SAFETY: see above.
        defer { unsafe posix_spawnattr_destroy(&attributes) }
        try prepare(&attributes)
        // SAFETY: see above.
        return try unsafe spawn(command, &actions, &attributes)
    }

    private static func prepare(_ attributes: inout posix_spawnattr_t) throws(SystemNumber) {
        var none = sigset_t()
        var all = sigset_t()
        // SAFETY: in all of this function: initialised structures, read or filled during the calls.
        unsafe sigemptyset(&none)
        // SAFETY: see above.
        unsafe sigfillset(&all)
        // SAFETY: see above.
        try check(unsafe posix_spawnattr_setsigmask(&attributes, &none))
        // SAFETY: see above.
        try check(unsafe posix_spawnattr_setsigdefault(&attributes, &all))
        // SAFETY: see above.
        try check(unsafe posix_spawnattr_setpgroup(&attributes, 0))
        let flags = POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP
        // SAFETY: see above.
        try check(unsafe posix_spawnattr_setflags(&attributes, Int16(flags)))
    }

    private static func spawn(
        _ command: String, _ actions: inout posix_spawn_file_actions_t, _ attributes: inout posix_spawnattr_t
    ) throws(SystemNumber) -> pid_t {
        let words: [String] = ["sh", "-c", command]
        // SAFETY: copies, freed at the end of this function, after the call.
        let copies = unsafe words.map { unsafe strdup($0) }
        // SAFETY: as above.
        defer { for unsafe copy in unsafe copies { unsafe free(copy) } }
        var child: pid_t = 0
        // SAFETY: all structures and texts are alive during the call.
        try check(unsafe posix_spawn(&child, "/bin/sh", &actions, &attributes, copies + [nil], environ))
        return child
    }

    /// These functions return the error number.
    private static func check(_ number: Int32) throws(SystemNumber) {
        guard number == 0 else { throw SystemNumber(number) }
    }
}
