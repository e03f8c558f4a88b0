import Dispatch
import Foundation
import TamgaCrypto
import Testing

/// Keys added to a file: all of them are in it, whoever else adds one at the same instant.
@Suite struct KeyAddingTests {
    @Test func manyAtOnceLoseNone() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("tamga-keys-\(UUID())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appendingPathComponent("keys").path
        DispatchQueue.concurrentPerform(iterations: 16) { number in
            try? KeySource.addKey(id: "key-\(number)", toFile: file)
        }
        let ring = try KeySource.file(file).read()
        #expect(Set(ring.ids) == Set((0..<16).map { "key-\($0)" }))
        let mode = try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int
        #expect(mode == 0o600)
    }

    @Test func aNameIsGivenOnceAndTheFileStaysAsItWas() throws {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("tamga-key-\(UUID())").path
        defer { for end in ["", ".lock"] { try? FileManager.default.removeItem(atPath: file + end) } }
        try KeySource.addKey(id: "a", toFile: file)
        try KeySource.addKey(id: "b", toFile: file)
        let before = try Data(contentsOf: URL(fileURLWithPath: file))
        #expect(throws: KeyRingError.self) { try KeySource.addKey(id: "a", toFile: file) }
        #expect(throws: KeyRingError.newIDRefused) { try KeySource.addKey(id: "a b", toFile: file) }
        #expect(try Data(contentsOf: URL(fileURLWithPath: file)) == before)
        #expect(try KeySource.file(file).read().active.id == "b")
    }
}
