#ifndef TAMGA_FAULTY_IO_H
#define TAMGA_FAULTY_IO_H

#include <stdint.h>

// A library for tests: loaded into a program with LD_PRELOAD, it makes calls of the file system fail as a plan says.
// The environment variable TAMGA_FAULTY_IO names a file that holds the plan; a test changes it while the program runs.
// Without the variable, or with no operation in the plan, every call goes to the system as it is.

/// The operations that can fail, as bits.
enum {
    faulty_open_for_writing = 1 << 0,
    faulty_open_for_reading = 1 << 1,
    faulty_read = 1 << 2,
    faulty_write = 1 << 3,
    faulty_sync = 1 << 4,
    faulty_truncate = 1 << 5,
    faulty_allocate = 1 << 6,
    faulty_rename = 1 << 7,
    faulty_unlink = 1 << 8,
};

/// How a call fails.
enum {
    /// With the plan's error, nothing done.
    faulty_refuse = 0,
    /// Not at all: half of the bytes are read or written, and the call says so. Other calls pass.
    faulty_shorten = 1,
    /// Half of the bytes are written, and the call says that it failed. Other calls are refused.
    faulty_tear = 2,
};

/// The bytes of the file; in the machine's byte order.
struct faulty_plan {
    /// Which operations fail; 0 for none. Written last.
    uint32_t operations;
    /// The error number of the calls that fail.
    uint32_t error;
    uint32_t manner;
    /// Calls that pass before one fails.
    uint32_t passing;
    /// Calls that fail after these.
    uint32_t failing;
    /// Calls the plan was for, and those of them that failed, since the test set both to zero.
    uint32_t seen;
    uint32_t failed;
    uint32_t reserved;
    /// Of the files whose calls fail, by their path: as fnmatch takes it, ending with a zero.
    char pattern[256];
};

#endif
