import Foundation
import Logging
import NIOCore
import Synchronization
import TamgaIdentification
import TamgaServer
import TamgaStore
import TamgaTLS
import TamgaTemplates
import TamgaTestSupport
import TamgaWire

struct Failure: Error, CustomStringConvertible {
    let description: String
    init(_ description: String) { self.description = description }
}

/// The certificates of ``CertificateFolder``, as these tests use them.
struct TestCertificates: Sendable {
    static let shared = Result { try TestCertificates() }

    private let directory: String

    private init() throws { directory = try CertificateFolder.shared.get() }

    func files(_ name: String) -> TLSFiles {
        TLSFiles(
            certificate: "\(directory)/\(name).pem", privateKey: "\(directory)/\(name).key",
            authority: "\(directory)/ca.pem")
    }

    static func server() throws -> ReloadableTLS { try ReloadableTLS(files: shared.get().files("server")) }
    static func station(_ name: String = "station") throws -> TLSContext {
        try TLSContext(role: .client, files: shared.get().files(name))
    }
}

/// A finger of nobody, the same for the same number: enough to be enrolled and found again.
func record(of finger: UInt64, position: FingerPosition = .rightIndex, minutiae: Int = 36) throws -> FingerRecord {
    var random = SeededGenerator(seed: finger)
    let template = FingerTemplate(
        position: position, quality: 80, width: 400, height: 500,
        minutiae: (0..<minutiae).map { _ in
            Minutia(
                x: Int16.random(in: 20..<380, using: &random), y: Int16.random(in: 20..<480, using: &random),
                angle: UInt8.random(in: 0...255, using: &random), kind: .ending, quality: 50)
        })
    return FingerRecord(format: RecordFormat.iso19794Part2Year2005, record: try ISO19794_2_2005.encode([template]))
}

/// A clock that stands until it is set.
final class TestClock: WallClock {
    private let microseconds = Mutex<UInt64>(1_000_000)

    func millisecondsSince1970() -> Int64 { 1_700_000_000_000 }
    func monotonicMicroseconds() -> UInt64 { microseconds.withLock { $0 } }
    func advance(microseconds count: UInt64) { microseconds.withLock { $0 += count } }
}

/// Asks again and again until it holds: for 30 seconds at least, and a thousand times. Where other tests hold the
/// threads that tasks run on, time goes by in which nothing could become true.
func eventually(_ what: String, _ holds: () async throws -> Bool) async throws {
    let end = ContinuousClock.now + .seconds(30)
    var asked = 0
    while try await !holds() {
        asked += 1
        guard ContinuousClock.now < end || asked < 1_000 else { throw Failure("never: \(what)") }
        try await Task.sleep(for: .milliseconds(2))
    }
}

extension Logger {
    static let silent = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
}

func ping(_ byte: UInt8 = 7) -> Request { .ping(Ping(payload: [byte])) }
let hello = Request.hello(Hello(client: "test/1"))

/// The bytes of a request.
func bytes(_ request: Request, _ requestID: UInt64) throws -> ByteBuffer {
    var buffer = ByteBuffer()
    try request.encode(requestID: requestID, into: &buffer)
    return buffer
}

/// Sixteen bytes of header with what is said, valid or not.
func header(length: UInt32, kind: UInt8, id: UInt64, version: UInt8 = 1, flags: UInt16 = 0) -> ByteBuffer {
    var buffer = ByteBuffer()
    buffer.writeMultipleIntegers(length, version, kind, flags, id)
    return buffer
}
