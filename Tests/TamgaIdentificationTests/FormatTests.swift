import TamgaIdentification
import TamgaTemplates
import TamgaTestSupport
import Testing

/// The same finger in every format that is taken: the same candidates, the same score within the format's rounding.
@Suite(
    "A search with one finger in many formats",
    .enabled(if: TestData.isPresent, Comment(rawValue: TestData.absence)))
struct FormatTests {
    private static func finger(_ name: Int, _ impression: Int, _ set: String) throws -> FingerTemplate {
        let file = try #require(TestData.files(inSet: set).first { $0.stem == "\(name)_\(impression)" })
        return try TemplateRecord(decoding: file.bytes()).templates()[0]
    }

    private static func submission(_ template: FingerTemplate, _ format: TemplateFormat) throws -> FingerSubmission {
        let (record, _) = TemplateRecord([template]).converted(to: format)
        return FingerSubmission(position: .rightIndex, format: format.rawValue, record: try record.encoded())
    }

    private static func service(_ set: String) async throws -> IdentificationService {
        let service = try await IdentificationService.ready()
        for name in 101...110 {
            let fingers = [try submission(finger(name, 1, set), .iso2005)]
            _ = try await service.enrol(EnrolmentRequest(person: "\(name)", fingers: fingers))
        }
        return service
    }

    /// Formats with a header, whose places are exact: only angles of 2 degrees differ.
    private static let headed = TemplateFormat.allCases.filter(\.isSelfDescribing)

    @Test(arguments: ["fvc2002_db1_b/mindtct", "fvc2002_db2_b/mindtct", "fvc2002_db1_b/secugen"])
    func theSameAnswer(set: String) async throws {
        let service = try await Self.service(set)
        var widest = [TemplateFormat: Float]()
        for name in 101...110 {
            let template = try Self.finger(name, 2, set)
            let usual = try await service.identify(
                IdentificationRequest(fingers: [Self.submission(template, .iso2005)]))
            for format in Self.headed {
                let found = try await service.identify(
                    IdentificationRequest(fingers: [Self.submission(template, format)]))
                #expect(found.candidates.first?.person == usual.candidates.first?.person, "\(format.token) \(name)")
                #expect(
                    found.candidates.filter(\.isHit).map(\.person) == usual.candidates.filter(\.isHit).map(\.person),
                    "\(format.token) \(name)")
                let difference = abs((found.candidates.first?.score ?? 0) - (usual.candidates.first?.score ?? 0))
                widest[format, default: 0] = max(widest[format, default: 0], difference)
                let share = difference / max(1, usual.candidates.first?.score ?? 1)
                #expect(format.anglesPerTurn == 256 ? difference == 0 : share < 0.15, "\(format.token) \(name)")
            }
        }
        print(
            "largest difference of a score in \(set):",
            Self.headed.map { "\($0.token) \(widest[$0] ?? 0)" }.joined(separator: ", "))
    }

    @Test("cards, without qualities and with coarser places, name the same person")
    func cards() async throws {
        let set = "fvc2002_db1_b/mindtct"
        let service = try await Self.service(set)
        var shares: [Float] = []
        for name in 101...110 {
            let template = try Self.finger(name, 2, set)
            let usual = try await service.identify(
                IdentificationRequest(fingers: [Self.submission(template, .iso2005)]))
            for format in [TemplateFormat.iso2005CardNormal, .iso2005CardCompact] {
                let found = try await service.identify(
                    IdentificationRequest(fingers: [Self.submission(template, format)]))
                #expect(found.candidates.first?.person == "\(name)", "\(format.token) \(name)")
                shares.append((found.candidates.first?.score ?? 0) / (usual.candidates.first?.score ?? 1))
            }
        }
        let sorted = shares.sorted()
        print("scores of cards: \(sorted[0]) to \(sorted[19]) of those of records, median \(sorted[10])")
    }
}
