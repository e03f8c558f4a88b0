#include "FaultyIO.h"

#include <stdbool.h>

/// Not for the program the library is loaded into.
#define hidden __attribute__((visibility("hidden")))

/// Whether the call on a file that is open fails; then `plan` is it, and its error number is in `errno`.
hidden bool fails_on_descriptor(uint32_t operation, int descriptor, struct faulty_plan *plan);

/// Whether the call on a path fails; then `plan` is it, and its error number is in `errno`.
hidden bool fails_on_path(uint32_t operation, const char *path, struct faulty_plan *plan);
