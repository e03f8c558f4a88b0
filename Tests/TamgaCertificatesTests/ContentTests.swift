import TamgaCertificates
import TamgaRegistry
import TamgaTemplates
import TamgaTestSupport
import Testing

/// What a certificate may say, and its canonical form.
@Suite struct ContentTests {
    @Test func theCanonicalFormIsThis() throws {
        let content = try Samples.content(place: "Ақ", taken: FingerPosition.fingers.dropLast() + [.leftPalm])
        let expected: [UInt8] = Array("TMGC".utf8) + [1]
            + [8, 0, 0, 0, 0, 0, 0, 0x07, 0x32] + [14] + Array("KZ-2026-000417".utf8) + [1, 1]
            + [4, 0xD0, 0x90, 0xD2, 0x9B] + [1, 2] + [4, 0x07, 0xEA, 11, 24] + [4, 0x07, 0xEA, 11, 26]
            + [10, 1, 2, 3, 4, 5, 6, 7, 8, 9, 23] + [2, 10, 3]
        #expect(content.canonicalBytes == expected)
        #expect(try CertificateContent(canonicalBytes: expected) == content)
    }

    @Test func whatWasEncodedIsDecoded() throws {
        var generator = SeededGenerator(seed: 1)
        for _ in 0..<500 {
            let content = try Samples.random(using: &generator)
            #expect(try CertificateContent(canonicalBytes: content.canonicalBytes) == content)
        }
        for agency in Agency.allCases {
            for ground in RegistrationGround.allCases {
                for reason in MissingReason.allCases {
                    let content = try Samples.fullest(agency, ground, reason)
                    #expect(content.canonicalBytes.count <= CertificateLimits.contentBytes)
                    #expect(try CertificateContent(canonicalBytes: content.canonicalBytes) == content)
                }
            }
        }
    }

    /// Other bytes are refused, or are another content's own form: no two forms are read alike.
    @Test func everyByteCounts() throws {
        var generator = SeededGenerator(seed: 2)
        for _ in 0..<10 {
            let bytes = try Samples.random(using: &generator).canonicalBytes
            for index in bytes.indices {
                for change in 1...255 {
                    var changed = bytes
                    changed[index] ^= UInt8(change)
                    guard let read = try? CertificateContent(canonicalBytes: changed) else { continue }
                    #expect(read.canonicalBytes == changed)
                }
                #expect(throws: CertificateError.self) {
                    _ = try CertificateContent(canonicalBytes: Array(bytes.prefix(index)))
                }
            }
            #expect(throws: CertificateError.self) { _ = try CertificateContent(canonicalBytes: bytes + [0]) }
        }
    }

    @Test func noMutationCrashes() throws {
        var generator = SeededGenerator(seed: 3)
        for _ in 0..<20_000 {
            var bytes = try Samples.content().canonicalBytes
            for _ in 0..<Int.random(in: 1...4, using: &generator) {
                let index = Int.random(in: 0..<bytes.count, using: &generator)
                switch Int.random(in: 0..<3, using: &generator) {
                case 0: bytes[index] = .random(in: 0...255, using: &generator)
                case 1: bytes.remove(at: index)
                default: bytes.insert(.random(in: 0...255, using: &generator), at: index)
                }
            }
            guard let read = try? CertificateContent(canonicalBytes: bytes) else { continue }
            #expect(read.canonicalBytes == bytes)
        }
    }

    /// What was registered as a place and cannot be printed is a dash: the person gets a certificate all the same.
    @Test(arguments: ["Алматы", "Ақ", "東京", "", "a\u{0}b", String(repeating: "x", count: 300)])
    func aPlaceThatCannotBePrintedIsADash(place: String) throws {
        let isPrintable = (try? Samples.content(place: place)) != nil
        let printed = CertificateContent.printable(place)
        #expect(printed == (isPrintable ? place : "\u{2014}"))
        #expect(try Samples.content(place: printed).place == printed)
    }

    /// Lists in another order say the same, and are refused for it.
    @Test func orderCounts() throws {
        let content = try Samples.content(
            taken: FingerPosition.fingers.dropLast(2), notTaken: [.leftRing: .bandaged, .leftLittle: .damaged])
        let bytes = content.canonicalBytes
        let refusal = CertificateError.notACertificate(reason: "the content is not in canonical form")
        // The last fields: a length, eight positions, a length, two pairs.
        let pairs = bytes.count - 4, positions = pairs - 9
        let others = [
            bytes[..<positions] + bytes[positions..<(pairs - 1)].reversed() + bytes[(pairs - 1)...],
            bytes[..<pairs] + bytes[(pairs + 2)...] + bytes[pairs..<(pairs + 2)],
        ]
        for other in others {
            #expect(throws: refusal) { _ = try CertificateContent(canonicalBytes: Array(other)) }
        }
    }

    @Test func aNewerVersionIsCalledThat() throws {
        var bytes = try Samples.content().canonicalBytes
        bytes[4] = 2
        #expect(throws: CertificateError.newer(version: 2)) { _ = try CertificateContent(canonicalBytes: bytes) }
    }

    private func field(_ make: () throws -> CertificateContent) -> String? {
        do {
            _ = try make()
            return nil
        } catch CertificateError.fieldRefused(let field, _, _) {
            return field
        } catch { return "\(error)" }
    }

    @Test func eachRuleNamesItsField() throws {
        #expect(field { try Samples.content(serial: 0) } == "serial")
        #expect(field { try Samples.content(serial: UInt64(Int64.max) + 1) } == "serial")
        #expect(field { try Samples.content(issuedOn: "2026-11-23") } == "issuedOn")
        #expect(field { try Samples.content(issuedOn: "2026-11-24") } == nil)
        #expect(field { try Samples.content(taken: [], notTaken: [:]) } == "taken")
        #expect(field { try Samples.content(taken: FingerPosition.fingers + [.unknown], notTaken: [:]) } == "taken")
        #expect(field { try Samples.content(taken: FingerPosition.fingers + [.unknownPalm], notTaken: [:]) } == "taken")
        #expect(field { try Samples.content(taken: FingerPosition.fingers + [.leftRing], notTaken: [:]) } == "taken")
        #expect(field { try Samples.content(taken: FingerPosition.fingers) } == "taken")
        #expect(field { try Samples.content(notTaken: [:]) } == "notTaken")
        #expect(field { try Samples.content(taken: FingerPosition.fingers, notTaken: [:]) } == nil)
    }

    @Test(arguments: [
        "", String(repeating: "Щ", count: 65), " Алматы", "Алматы ", "Алматы  қ.", "Алматы\n", "Алматы\u{0}",
        "А\u{AD}б", "А\u{202E}б", "А\u{200B}б", "И\u{306}", "\u{301}А", "Алматы\u{A0}қ.", "مدينة", "上海",
        "А\u{2028}б", "\u{1F600}",
    ])
    func aPlaceIsPlain(place: String) {
        #expect(field { try Samples.content(place: place) } == "place")
    }

    @Test(arguments: [
        "Ә Ғ Қ Ң Ө Ұ Ү Һ І ә ғ қ ң ө ұ ү һ і", "№ 12, «Ақжол» — Ё…", "Zürich’s", String(repeating: "Щ", count: 64), "x",
    ])
    func placesOfTheThreeLanguagesAreTaken(place: String) {
        #expect(field { try Samples.content(place: place) } == nil)
    }
}
