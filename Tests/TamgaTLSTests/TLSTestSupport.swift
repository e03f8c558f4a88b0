import Foundation
import NIOCore
import TamgaTLS
import TamgaTestSupport

/// The certificates of ``CertificateFolder``, as these tests use them.
struct TestCertificates: Sendable {
    static let shared = Result { try TestCertificates() }

    let directory: String

    private init() throws { directory = try CertificateFolder.shared.get() }

    func path(_ name: String) -> String { "\(directory)/\(name)" }

    func files(_ name: String, authority: String = "ca", lists: [String] = []) -> TLSFiles {
        TLSFiles(
            certificate: path("\(name).pem"), privateKey: path("\(name).key"), authority: path("\(authority).pem"),
            revocationLists: lists.map { path("\($0).crl") })
    }

    static func run(_ program: String, _ arguments: [String]) throws -> Int32 {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        return process.terminationStatus
    }
}

struct TestFailure: Error {
    let what: String
}

/// Contexts as the tests need them.
enum TestContext {
    static func server(
        _ name: String = "server", authority: String = "ca", lists: [String] = [], weakened: TLSWeakening = []
    ) throws -> TLSContext {
        let certificates = try TestCertificates.shared.get()
        return try TLSContext(
            role: .server, files: certificates.files(name, authority: authority, lists: lists), weakened: weakened)
    }

    static func client(
        _ name: String = "station", authority: String = "ca", weakened: TLSWeakening = []
    ) throws -> TLSContext {
        let certificates = try TestCertificates.shared.get()
        return try TLSContext(
            role: .client, files: certificates.files(name, authority: authority), weakened: weakened)
    }
}

/// Seeded, so that a failure can be run again (Steele, Lea and Flood, 2014).
struct SplitMix64: RandomNumberGenerator {
    var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    mutating func bytes(_ count: Int) -> ByteBuffer {
        var buffer = ByteBuffer()
        for _ in 0..<(count + 7) / 8 { buffer.writeInteger(next()) }
        return buffer.readSlice(length: count) ?? buffer
    }
}
