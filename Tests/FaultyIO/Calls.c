#define _GNU_SOURCE
#include "Plan.h"

#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

/// The function of the system that ours stands in front of.
#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

/// Bytes of a call that is cut short: half of them, but one at least.
static size_t half(size_t count) { return count > 1 ? count / 2 : count; }

/// Whether opening with these flags may change the file.
static uint32_t opening(int flags) {
    bool writes = (flags & O_ACCMODE) != O_RDONLY || (flags & (O_CREAT | O_TRUNC)) != 0;
    return writes ? faulty_open_for_writing : faulty_open_for_reading;
}

/// Whether a call of `open` with these flags has a mode.
static bool has_mode(int flags) { return (flags & O_CREAT) != 0 || (flags & O_TMPFILE) == O_TMPFILE; }

/// `open`: refused.
int open(const char *path, int flags, ...) {
    struct faulty_plan plan;
    if (fails_on_path(opening(flags), path, &plan) && plan.manner != faulty_shorten) return -1;
    va_list list;
    va_start(list, flags);
    mode_t mode = has_mode(flags) ? va_arg(list, mode_t) : 0;
    va_end(list);
    return REAL(open)(path, flags, mode);
}

/// `open64`: refused.
int open64(const char *path, int flags, ...) {
    struct faulty_plan plan;
    if (fails_on_path(opening(flags), path, &plan) && plan.manner != faulty_shorten) return -1;
    va_list list;
    va_start(list, flags);
    mode_t mode = has_mode(flags) ? va_arg(list, mode_t) : 0;
    va_end(list);
    return REAL(open64)(path, flags, mode);
}

/// `openat`: refused, by the path as it is given.
int openat(int directory, const char *path, int flags, ...) {
    struct faulty_plan plan;
    if (fails_on_path(opening(flags), path, &plan) && plan.manner != faulty_shorten) return -1;
    va_list list;
    va_start(list, flags);
    mode_t mode = has_mode(flags) ? va_arg(list, mode_t) : 0;
    va_end(list);
    return REAL(openat)(directory, path, flags, mode);
}

/// `read`: refused or shortened.
ssize_t read(int descriptor, void *bytes, size_t count) {
    struct faulty_plan plan;
    if (!fails_on_descriptor(faulty_read, descriptor, &plan)) return REAL(read)(descriptor, bytes, count);
    return plan.manner == faulty_shorten ? REAL(read)(descriptor, bytes, half(count)) : -1;
}

/// `pread`: refused or shortened.
ssize_t pread(int descriptor, void *bytes, size_t count, off_t offset) {
    struct faulty_plan plan;
    if (!fails_on_descriptor(faulty_read, descriptor, &plan)) return REAL(pread)(descriptor, bytes, count, offset);
    return plan.manner == faulty_shorten ? REAL(pread)(descriptor, bytes, half(count), offset) : -1;
}

/// `pread64`: refused or shortened.
ssize_t pread64(int descriptor, void *bytes, size_t count, off64_t offset) {
    struct faulty_plan plan;
    if (!fails_on_descriptor(faulty_read, descriptor, &plan)) return REAL(pread64)(descriptor, bytes, count, offset);
    return plan.manner == faulty_shorten ? REAL(pread64)(descriptor, bytes, half(count), offset) : -1;
}

/// What a call that writes answers once it has written half: that, or the plan's error.
static ssize_t after_half(ssize_t written, const struct faulty_plan *plan) {
    if (plan->manner == faulty_shorten) return written;
    errno = (int)plan->error;
    return -1;
}

/// `write`: refused, shortened or torn.
ssize_t write(int descriptor, const void *bytes, size_t count) {
    struct faulty_plan plan;
    if (!fails_on_descriptor(faulty_write, descriptor, &plan)) return REAL(write)(descriptor, bytes, count);
    return plan.manner == faulty_refuse ? -1 : after_half(REAL(write)(descriptor, bytes, half(count)), &plan);
}

/// `writev`: refused; it is never shortened.
ssize_t writev(int descriptor, const struct iovec *vectors, int count) {
    struct faulty_plan plan;
    bool fails = fails_on_descriptor(faulty_write, descriptor, &plan) && plan.manner != faulty_shorten;
    return fails ? -1 : REAL(writev)(descriptor, vectors, count);
}

/// `pwrite`: refused, shortened or torn.
ssize_t pwrite(int descriptor, const void *bytes, size_t count, off_t offset) {
    struct faulty_plan plan;
    if (!fails_on_descriptor(faulty_write, descriptor, &plan)) return REAL(pwrite)(descriptor, bytes, count, offset);
    if (plan.manner == faulty_refuse) return -1;
    return after_half(REAL(pwrite)(descriptor, bytes, half(count), offset), &plan);
}

/// `pwrite64`: refused, shortened or torn.
ssize_t pwrite64(int descriptor, const void *bytes, size_t count, off64_t offset) {
    struct faulty_plan plan;
    if (!fails_on_descriptor(faulty_write, descriptor, &plan)) return REAL(pwrite64)(descriptor, bytes, count, offset);
    if (plan.manner == faulty_refuse) return -1;
    return after_half(REAL(pwrite64)(descriptor, bytes, half(count), offset), &plan);
}

/// Whether a call without bytes fails; such a call cannot be shortened.
static bool is_refused(uint32_t operation, int descriptor) {
    struct faulty_plan plan;
    return fails_on_descriptor(operation, descriptor, &plan) && plan.manner != faulty_shorten;
}

/// `fsync`: refused; the system is not asked.
int fsync(int descriptor) { return is_refused(faulty_sync, descriptor) ? -1 : REAL(fsync)(descriptor); }

/// `fdatasync`: refused; the system is not asked.
int fdatasync(int descriptor) { return is_refused(faulty_sync, descriptor) ? -1 : REAL(fdatasync)(descriptor); }

/// `ftruncate`: refused.
int ftruncate(int descriptor, off_t count) {
    return is_refused(faulty_truncate, descriptor) ? -1 : REAL(ftruncate)(descriptor, count);
}

/// `ftruncate64`: refused.
int ftruncate64(int descriptor, off64_t count) {
    return is_refused(faulty_truncate, descriptor) ? -1 : REAL(ftruncate64)(descriptor, count);
}

/// `fallocate`: refused.
int fallocate(int descriptor, int mode, off_t offset, off_t count) {
    return is_refused(faulty_allocate, descriptor) ? -1 : REAL(fallocate)(descriptor, mode, offset, count);
}

/// `posix_fallocate`: refused; it returns its error.
int posix_fallocate(int descriptor, off_t offset, off_t count) {
    return is_refused(faulty_allocate, descriptor) ? errno : REAL(posix_fallocate)(descriptor, offset, count);
}

/// `rename`: refused, by either path.
int rename(const char *path, const char *other) {
    struct faulty_plan plan;
    bool fails = fails_on_path(faulty_rename, path, &plan) || fails_on_path(faulty_rename, other, &plan);
    return fails && plan.manner != faulty_shorten ? -1 : REAL(rename)(path, other);
}

/// `unlink`: refused.
int unlink(const char *path) {
    struct faulty_plan plan;
    bool fails = fails_on_path(faulty_unlink, path, &plan) && plan.manner != faulty_shorten;
    return fails ? -1 : REAL(unlink)(path);
}
