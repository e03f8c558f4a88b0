import Foundation
import TamgaCertificates
import TamgaCrypto
import TamgaRegistry
import TamgaTemplates
import TamgaTestSupport
import Testing

/// Contents, fonts and keys of these tests.
enum Samples {
    /// Why a test was skipped.
    static let noFonts = "no fonts: `make setup` installs the package fonts-dejavu-core"
    static let hasFonts = (try? fonts()) != nil
    static let hasPoppler = (try? Tool.run(["pdftoppm", "-v"])) != nil
    static let noPoppler = "no pdftoppm: `make setup` installs the package poppler-utils"

    static func bytes(_ path: String) throws -> [UInt8] { [UInt8](try Data(contentsOf: URL(fileURLWithPath: path))) }

    static func fonts() throws -> CertificateFonts {
        try CertificateFonts(regular: bytes(CertificateFonts.regularPath), bold: bytes(CertificateFonts.boldPath))
    }

    static func key(_ algorithm: String = "ed25519") throws -> SigningKey {
        try SigningKey(pem: KeyPair(algorithm).secret)
    }

    static func content(
        serial: UInt64 = 1_842, person: String = "KZ-2026-000417", agency: Agency = .interior,
        place: String = "Алматы қ., Қарасай батыр к-сі, 109", ground: RegistrationGround = .residence,
        registeredOn: String = "2026-11-24", issuedOn: String = "2026-11-26",
        taken: [FingerPosition] = FingerPosition.fingers.filter { $0 != .leftLittle },
        notTaken: [FingerPosition: MissingReason] = [.leftLittle: .amputated]
    ) throws -> CertificateContent {
        try CertificateContent(
            serial: serial, person: PersonID(person), agency: agency, place: place, ground: ground,
            registeredOn: CalendarDate(registeredOn), issuedOn: CalendarDate(issuedOn), taken: taken,
            notTaken: notTaken)
    }

    /// As much as a content can hold.
    static func fullest(_ agency: Agency, _ ground: RegistrationGround, _ reason: MissingReason) throws
        -> CertificateContent
    {
        let others = (FingerPosition.fingers + FingerPosition.palms).filter { $0 != .rightThumb }
        return try content(
            serial: UInt64(Int64.max), person: String(repeating: "W", count: 64), agency: agency,
            place: String(repeating: "Щ", count: 64), ground: ground, taken: [.rightThumb],
            notTaken: Dictionary(uniqueKeysWithValues: others.map { ($0, reason) }))
    }

    static func random(using generator: inout SeededGenerator) throws -> CertificateContent {
        let letters = Array("аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюяABCz019.,-«»№")
        let all = FingerPosition.fingers + FingerPosition.palms
        var taken: [FingerPosition] = []
        var notTaken: [FingerPosition: MissingReason] = [:]
        for position in all.shuffled(using: &generator) {
            let chance = Int.random(in: 0..<4, using: &generator)
            if chance == 0, !taken.isEmpty {
                notTaken[position] = MissingReason.allCases.randomElement(using: &generator)
            } else if chance < 3 || !position.isPalm {
                taken.append(position)
            }
        }
        let place = (0..<Int.random(in: 1...50, using: &generator)).compactMap { _ in
            letters.randomElement(using: &generator)
        }
        let length = Int.random(in: 1...64, using: &generator)
        return try content(
            serial: UInt64.random(in: CertificateLimits.serials, using: &generator),
            person: String(repeating: "x", count: length),
            agency: #require(Agency.allCases.randomElement(using: &generator)),
            place: String(place), ground: #require(RegistrationGround.allCases.randomElement(using: &generator)),
            taken: taken, notTaken: notTaken)
    }
}
