#define _GNU_SOURCE
#include "Plan.h"

#include <errno.h>
#include <fcntl.h>
#include <fnmatch.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

/// The plan in the shared file; null where there is none.
static struct faulty_plan *shared;

/// Maps the plan when the program is loaded; a plan that cannot be mapped ends it, so that no test passes without.
__attribute__((constructor)) static void map_plan(void) {
    const char *path = getenv("TAMGA_FAULTY_IO");
    if (path == NULL) return;
    int descriptor = open(path, O_RDWR | O_CLOEXEC);
    void *address = MAP_FAILED;
    if (descriptor >= 0) {
        address = mmap(NULL, sizeof(struct faulty_plan), PROT_READ | PROT_WRITE, MAP_SHARED, descriptor, 0);
        close(descriptor);
    }
    if (address == MAP_FAILED) {
        perror("tamga-faulty-io: the plan");
        abort();
    }
    shared = address;
}

/// Whether the plan has the operation now.
static bool is_planned(uint32_t operation) {
    return shared != NULL && (__atomic_load_n(&shared->operations, __ATOMIC_ACQUIRE) & operation) != 0;
}

/// Counts a call the plan may be for, and says whether it is one that fails.
static bool fails(const char *path, struct faulty_plan *plan) {
    *plan = *shared;
    plan->pattern[sizeof plan->pattern - 1] = 0;
    if (fnmatch(plan->pattern, path, 0) != 0) return false;
    uint32_t number = __atomic_fetch_add(&shared->seen, 1, __ATOMIC_RELAXED);
    if (number < plan->passing || number - plan->passing >= plan->failing) return false;
    __atomic_fetch_add(&shared->failed, 1, __ATOMIC_RELAXED);
    return true;
}

/// Leaves `errno` as the call that goes on expects it: its error, or what it was.
static bool with_error(bool fails, const struct faulty_plan *plan, int before) {
    errno = fails ? (int)plan->error : before;
    return fails;
}

bool fails_on_path(uint32_t operation, const char *path, struct faulty_plan *plan) {
    if (!is_planned(operation) || path == NULL) return false;
    int before = errno;
    return with_error(fails(path, plan), plan, before);
}

bool fails_on_descriptor(uint32_t operation, int descriptor, struct faulty_plan *plan) {
    if (!is_planned(operation) || descriptor < 0) return false;
    int before = errno;
    char link[64], path[4096];
    snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
    ssize_t count = readlink(link, path, sizeof path - 1);
    if (count < 0) return with_error(false, plan, before);
    path[count] = 0;
    return with_error(fails(path, plan), plan, before);
}
