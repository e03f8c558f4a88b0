import Foundation
import TamgaCrypto
import TamgaGallery
import TamgaIdentification
import TamgaMatcher
import TamgaRegistry
import TamgaTemplates
import Testing

/// The bodies of segment files, decrypted by what the format says: nonce at 476, tag at 488, body from 512 on.
enum Opened {
    static func body(_ file: Data, _ cipher: SealedSegments) throws -> Data {
        var body = file.dropFirst(512)
        let (header, seal) = ([UInt8](file.prefix(476)), [UInt8](file.dropFirst(476).prefix(28)))
        let done = unsafe body.withUnsafeMutableBytes { space in
            Result { () throws(SegmentCipherError) in try unsafe cipher.open(space, seal: seal, header: header) }
        }
        try done.get()
        return body
    }

    static func files(in folder: URL) throws -> [Data] {
        try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
            .sorted { $0.path < $1.path }.map { try Data(contentsOf: $0) }
    }

    /// Whether the decrypted files hold this text; fails where the files themselves do.
    static func holds(_ text: String, in folder: URL, _ cipher: SealedSegments) throws -> Bool {
        let needle = Data(text.utf8)
        return try files(in: folder).contains { file in
            #expect(file.range(of: needle) == nil)
            return try body(file, cipher).range(of: needle) != nil
        }
    }
}

/// What lies on the disk is encrypted, and anything changed there is seen.
@Suite struct SealedSegmentsTests {
    private let cipher: SealedSegments

    init() throws { cipher = SealedSegments(key: try SecretKey.generate()) }

    private func finger(_ seed: UInt64) -> FingerDescriptor {
        FingerDescriptor(
            xs: (0..<20).map { Int16($0 * 7) }, ys: (0..<20).map { Int16($0 * 5) }, angles: (0..<20).map { $0 },
            signatures: (0..<40).map { (seed &+ $0) &* 0x9E37_79B9_7F4A_7C15 })
    }

    private func open(_ folder: URL, _ persons: [GalleryPerson]) throws -> GalleryOpening {
        try Gallery.open(
            folder.path, registered: persons.map { RegisteredPerson(number: $0.number, person: $0.person) },
            matcher: "m1", cipher: cipher, shards: 1, crew: Crew(workers: 2))
    }

    private func persons() throws -> [GalleryPerson] {
        try (1...6).map { number in
            GalleryPerson(
                person: try PersonID("sealed-person-\(number)"), number: number,
                references: [GalleryReference(position: .rightIndex, descriptor: finger(number))])
        }
    }

    private func stored(_ folder: URL) throws -> [GalleryPerson] {
        let persons = try persons()
        let gallery = try open(folder, persons).gallery
        try gallery.insert(persons)
        try gallery.checkpoint()
        return persons
    }

    @Test func nothingOfAPersonIsReadable() async throws {
        try await inFolder { folder in
            let persons = try stored(folder)
            let file = try #require(try Opened.files(in: folder).first)
            let body = try Opened.body(file, cipher)
            for person in persons {
                let word = finger(person.number).signatures[7]
                let name = Data(person.person.text.utf8)
                let bytes = Data((0..<8).map { UInt8(truncatingIfNeeded: word >> (8 * $0)) })
                #expect(body.range(of: name) != nil && body.range(of: bytes) != nil)
                #expect(file.range(of: name) == nil && file.range(of: bytes) == nil)
            }
            let opening = try open(folder, persons)
            #expect(opening.missing.isEmpty)
            for person in persons { #expect(opening.gallery.find(person.person)?.person == person) }
        }
    }

    /// The same segment under the same key, twice: other nonces, and so other bytes.
    @Test func everyFileHasItsOwnNonce() async throws {
        var files: [Data] = []
        for _ in 0..<4 {
            try await inFolder { folder in
                _ = try stored(folder)
                files += try Opened.files(in: folder)
            }
        }
        #expect(files.count == 4 && Set(files.map { $0.prefix(476) }).count == 1)
        #expect(Set(files.map { $0[476..<488] }).count == 4)
        #expect(Set(files.map { $0[512...] }).count == 4)
    }

    @Test func aBitFlippedAnywhereIsSeen() async throws {
        try await inFolder { folder in
            let persons = try stored(folder)
            let name = try #require(try FileManager.default.contentsOfDirectory(atPath: folder.path).first)
            let file = folder.appendingPathComponent(name)
            let bytes = try [UInt8](Data(contentsOf: file))
            for index in Array(476..<540) + Array(stride(from: 540, to: bytes.count, by: 97)) + [bytes.count - 1] {
                var changed = bytes
                changed[index] ^= 1 << UInt8(index % 8)
                if index < 504 { SegmentFileSeal.resum(&changed) }
                try Data(changed).write(to: file)
                let opening = try open(folder, persons)
                let reason: SegmentFileRefusal = 504..<512 ~= index ? .damagedHeader : .doesNotOpen
                #expect(opening.refused.map(\.reason) == [reason], "byte \(index)")
                #expect(opening.missing.count == persons.count)
            }
            try Data(bytes).write(to: file)
            #expect(try open(folder, persons).refused.isEmpty)
        }
    }
}
