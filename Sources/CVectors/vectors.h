/* What the vectors of the language can do and Swift's library does lane by lane: arithmetic of floats, the square root,
   a choice, a comparison of bytes, one bit a lane. Nothing here names a processor; each kernel level compiles it for its own. */
#ifndef TAMGA_CVECTORS_H
#define TAMGA_CVECTORS_H

#include <stdint.h>

/* A product and a sum are rounded one after the other: every level gives the same bits. */
#pragma STDC FP_CONTRACT OFF

typedef float CVectors_floats __attribute__((ext_vector_type(16)));
typedef int32_t CVectors_mask __attribute__((ext_vector_type(16)));
typedef _Bool CVectors_flags __attribute__((ext_vector_type(16)));

#define CVECTORS static inline __attribute__((always_inline))

CVECTORS CVectors_floats CVectors_sum(CVectors_floats a, CVectors_floats b) { return a + b; }
CVECTORS CVectors_floats CVectors_difference(CVectors_floats a, CVectors_floats b) { return a - b; }
CVECTORS CVectors_floats CVectors_product(CVectors_floats a, CVectors_floats b) { return a * b; }
CVECTORS CVectors_floats CVectors_quotient(CVectors_floats a, CVectors_floats b) { return a / b; }
CVECTORS CVectors_floats CVectors_root(CVectors_floats a) { return __builtin_elementwise_sqrt(a); }

/* Lanes of one where the mask's are all ones, of the other where they are zero. */
CVECTORS CVectors_floats CVectors_choice(CVectors_mask mask, CVectors_floats one, CVectors_floats other) {
    return mask ? one : other;
}

/* Bit n: whether lane n of the mask is set. */
CVECTORS uint32_t CVectors_bits(CVectors_mask mask) {
    CVectors_flags flags = __builtin_convertvector(mask, CVectors_flags);
    uint16_t bits;
    __builtin_memcpy(&bits, &flags, sizeof bits);
    return bits;
}

/* As above of 64 lanes of 16 bits. */
typedef int16_t CVectors_mask64 __attribute__((ext_vector_type(64)));
typedef _Bool CVectors_flags64 __attribute__((ext_vector_type(64)));

CVECTORS uint64_t CVectors_bits64(CVectors_mask64 mask) {
    CVectors_flags64 flags = __builtin_convertvector(mask, CVectors_flags64);
    uint64_t bits;
    __builtin_memcpy(&bits, &flags, sizeof bits);
    return bits;
}

/* Bit n: whether byte n of the 64 is smaller than the limit. */
typedef uint8_t CVectors_bytes64 __attribute__((ext_vector_type(64)));

CVECTORS uint64_t CVectors_below(CVectors_bytes64 bytes, uint8_t limit) {
    CVectors_flags64 flags = __builtin_convertvector(bytes < (CVectors_bytes64)limit, CVectors_flags64);
    uint64_t bits;
    __builtin_memcpy(&bits, &flags, sizeof bits);
    return bits;
}

#endif
