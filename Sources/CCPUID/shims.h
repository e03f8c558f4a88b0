/* What the processor can do, for Swift, which has no way to ask: the instructions CPUID and XGETBV.
   The system's own list in /proc would not do: an emulator of another processor passes on that of the real one. */
#ifndef TAMGA_CCPUID_SHIMS_H
#define TAMGA_CCPUID_SHIMS_H

#include <stdint.h>

#if defined(__x86_64__)
#include <cpuid.h>

/* Four registers of a leaf; zero where the processor has no such leaf. */
typedef struct {
    uint32_t eax, ebx, ecx, edx;
} CCPUID_registers;

static inline CCPUID_registers CCPUID_leaf(uint32_t leaf, uint32_t subleaf) {
    CCPUID_registers r = {0, 0, 0, 0};
    (void)__get_cpuid_count(leaf, subleaf, &r.eax, &r.ebx, &r.ecx, &r.edx);
    return r;
}

/* Register states that the operating system keeps; only where leaf 1 says OSXSAVE. */
static inline uint64_t CCPUID_kept_states(void) {
    uint32_t low, high;
    __asm__ volatile("xgetbv" : "=a"(low), "=d"(high) : "c"(0));
    return ((uint64_t)high << 32) | low;
}
#endif

#endif
