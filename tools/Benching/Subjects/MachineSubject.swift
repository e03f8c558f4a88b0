import Foundation
import Glibc

/// What the machine is, and how fast it reads memory.
enum MachineSubject {
    /// Bytes of the last level of cache; a guess where the system does not say.
    static var cacheBytes: Int {
        let sizes = (0..<5).compactMap { index -> Int? in
            let path = "/sys/devices/system/cpu/cpu0/cache/index\(index)/size"
            guard let text = try? String(contentsOfFile: path, encoding: .utf8) else { return nil }
            let digits = text.prefix { $0.isNumber }
            return Int(digits).map { $0 * (text.contains("M") ? 1 << 20 : 1 << 10) }
        }
        return sizes.max() ?? 32 << 20
    }

    /// Vector extensions that matter here, of those the system names.
    static var features: String {
        let text = (try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8)) ?? ""
        let line = text.split(separator: "\n").first { $0.hasPrefix("flags") || $0.hasPrefix("Features") } ?? ""
        let known = Set(line.split(separator: " "))
        let wanted = ["sse4_2", "popcnt", "avx2", "avx512f", "avx512bw", "avx512vl", "avx512_vpopcntdq", "asimd"]
        return wanted.filter { known.contains(Substring($0)) }.joined(separator: " ")
    }

    /// Bytes of this process that lie in memory; nil where the system does not say.
    static var residentBytes: Int? {
        guard let text = try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8) else { return nil }
        let fields = text.split(separator: " ")
        return fields.count > 1 ? Int(fields[1]).map { $0 * sysconf(Int32(_SC_PAGESIZE)) } : nil
    }

    /// Reads every byte of a block once; the value depends on all of them.
    static func read(_ block: KernelBlock) -> UInt64 {
        // SAFETY: both arrays are held while their bytes are read.
        let words = unsafe block.signatures.withUnsafeBytes { unsafe mixed($0) }
        // SAFETY: as above.
        return unsafe block.angles.withUnsafeBytes { unsafe words ^ mixed($0) }
    }

    private static func mixed(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
        var sums = (SIMD8<UInt64>.zero, SIMD8<UInt64>.zero)
        let whole = bytes.count / 128 * 128
        for offset in stride(from: 0, to: whole, by: 128) {
            // SAFETY: 128 bytes from every offset lie within the buffer; any bits are integers.
            sums.0 ^= unsafe bytes.loadUnaligned(fromByteOffset: offset, as: SIMD8<UInt64>.self)
            sums.1 ^= unsafe bytes.loadUnaligned(fromByteOffset: offset + 64, as: SIMD8<UInt64>.self)
        }
        var mixed = (sums.0 ^ sums.1).wrappedSum()
        for offset in whole..<bytes.count {
            // SAFETY: below the buffer's end.
            mixed = unsafe mixed &+ UInt64(bytes[offset])
        }
        return mixed
    }
}
