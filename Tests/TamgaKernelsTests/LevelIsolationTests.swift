import Foundation
import TamgaKernels
import Testing

#if arch(x86_64)
/// Code for one kind of processor never runs on another: no body is shared between the levels' object files, and a
/// program of ours runs on processors without AVX.
@Suite struct LevelIsolationTests {
    static let modules = ["TamgaKernelsBaseline", "TamgaKernelsAVX2", "TamgaKernelsAVX512"]

    /// The folder that the build wrote this test and everything else to.
    static let products = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()

    /// A weak body is one of several that the linker may keep one of, whoever compiled it.
    @Test(arguments: modules) func noBodyIsWeak(module: String) throws {
        let folder = Self.products.appending(path: "\(module).build")
        let objects = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
            .filter { $0.pathExtension == "o" }
        try #require(!objects.isEmpty, "no object files in \(folder.path): build the tests with `make test`")
        var bodies = 0
        for object in objects {
            let names = try output(of: "/usr/bin/env", ["nm", "--defined-only", object.path])
            for line in names.split(separator: "\n") {
                let parts = line.split(separator: " ")
                guard parts.count == 3 else { continue }
                if parts[1] == "T" || parts[1] == "t" { bodies += 1 }
                // W, w: weak and not data (that is V, v); u, i: one of a kind in the process, chosen at run time.
                #expect(!["W", "w", "u", "i"].contains(parts[1]), "\(object.lastPathComponent): weak body \(parts[2])")
            }
        }
        #expect(bodies > 0, "no code in the objects of \(module)")
    }

    /// What the self-test says on an emulated processor.
    @Test(arguments: [("Nehalem", "baseline", "baseline"), ("Haswell", "avx2", "baseline avx2")])
    func olderProcessorsGetTheirLevelAndTheSameBits(processor: String, level: String, available: String) throws {
        let program = Self.products.appending(path: "tamga-selftest").path
        let emulated = try output(of: "/usr/bin/env", ["qemu-x86_64", "-cpu", processor, program]).lines
        #expect(emulated.first == "level \(level)")
        #expect(emulated.dropFirst().first == "available \(available)")
        #expect(emulated.last == "all agree")
        let here = try output(of: program, []).lines
        let hashes = here.filter { $0.contains(" baseline ") && !$0.hasPrefix("available") }
        #expect(!hashes.isEmpty && Set(hashes).isSubset(of: emulated))
    }

    @Test func aLevelThatIsNotThereStopsTheProgram() throws {
        let program = Self.products.appending(path: "tamga-selftest").path
        for arguments in [
            ["TAMGA_KERNEL_LEVEL=avx2", "qemu-x86_64", "-cpu", "Nehalem", program],
            ["TAMGA_KERNEL_LEVEL=sse9", program], ["qemu-x86_64", "-cpu", "core2duo", program],
        ] {
            let said = try output(of: "/usr/bin/env", arguments, status: 2)
            #expect(said.hasPrefix("error: "), "\(said)")
        }
    }

    /// What a program prints; another exit status, or a program that is not there, is an issue.
    private func output(of program: String, _ arguments: [String], status: Int32 = 0) throws -> String {
        let process = Process()
        process.executableURL = URL(filePath: program)
        process.arguments = arguments
        process.environment = ProcessInfo.processInfo.environment.filter { $0.key != KernelLevel.variable }
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = FileHandle.nullDevice
        try process.run()
        let data = try pipe.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        let said = "exit status of \(arguments): is qemu-user (tools/setup) installed, was tamga-selftest built?"
        try #require(process.terminationStatus == status, "\(said)")
        return String(decoding: data, as: UTF8.self)
    }
}

extension String {
    fileprivate var lines: [String] { split(separator: "\n").map(String.init) }
}
#endif
