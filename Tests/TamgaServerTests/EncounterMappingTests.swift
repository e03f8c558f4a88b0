import TamgaIdentification
import TamgaRegistry
import TamgaServer
import TamgaTemplates
import TamgaWire
import Testing

/// Encounters, changes of a person and receipts, from the wire to the service and back.
@Suite struct EncounterMappingTests {
    private let fingers = [FingerRecord(position: 2, format: 1, record: [1, 2]), FingerRecord(format: 3, record: [4])]
    private let submissions = [
        FingerSubmission(position: .rightIndex, format: 1, record: [1, 2]), FingerSubmission(format: 3, record: [4]),
    ]

    @Test func requestsKeepWhatTheySay() throws {
        let author = Author(agency: .interior, station: "A-1")
        var addition = EncounterRequest(person: "P", fingers: submissions)
        addition.author = author
        #expect(try EncounterRequest(AddEncounter(person: "P", fingers: fingers), from: .example) == addition)
        var update = UpdateRequest(person: "P", encounter: 41, fingers: submissions)
        update.author = author
        #expect(try UpdateRequest(Update(person: "P", encounter: 41, fingers: fingers), from: .example) == update)
        #expect(MergeRequest(Merge(person: "P", other: "Q")) == MergeRequest(person: "P", other: "Q"))
    }

    @Test func aPositionThatIsNoneIsRefusedByPlace() {
        let bad = fingers + [FingerRecord(position: 15, format: 1, record: [1])]
        let first = #expect(throws: IdentificationError.self) {
            try EncounterRequest(AddEncounter(person: "P", fingers: bad), from: .example)
        }
        let second = #expect(throws: IdentificationError.self) {
            try UpdateRequest(Update(person: "P", encounter: 1, fingers: bad), from: .example)
        }
        for error in [first, second] { #expect(error?.code == .limitExceeded && error?.field == "fingers[2]") }
    }

    private func change(references: Int = 4, flaws: Int = 0) throws -> PersonChange {
        let empty = FingerTemplate(position: .rightIndex, quality: 80, width: 400, height: 500, minutiae: [])
        let flaw = try #require(empty.flaws.first)
        return PersonChange(
            person: "P", sequence: 44, snapshot: 45, references: references, microseconds: 6,
            warnings: (0..<flaws).map {
                TamgaIdentification.TemplateWarning(submission: $0, view: 1, flaw: flaw)
            })
    }

    @Test func changesKeepWhatTheySay() throws {
        let merged = Merged(try change())
        #expect(merged == Merged(person: "P", sequence: 44, snapshot: 45, references: 4, microseconds: 6))
        #expect(try Merged(change(references: .max)).references == .max)
        let added = EncounterAdded(try change(flaws: 2))
        #expect(added.person == "P" && added.sequence == 44 && added.snapshot == 45)
        #expect(added.references == 4 && added.microseconds == 6)
        #expect(added.warnings.map(\.finger) == [0, 1] && added.warnings.map(\.view) == [1, 1])
        let updated = Updated(try change(flaws: 60))
        #expect(updated.warnings.count == WireLimits.warnings.upperBound && updated.warnings.last?.flaw == "more")
        #expect(updated.person == "P" && updated.sequence == 44 && updated.snapshot == 45)
    }

    @Test func aPersonsEncountersAreListed() {
        let finger = RegisteredFinger(
            position: .leftRing, format: 1, quality: 80, minutiae: 31, record: [9], encounter: 44)
        let person = RegisteredPerson(
            person: "P", enrolledAt: 5, sequence: 45, fingers: [finger],
            encounters: [
                RegisteredEncounter(number: 41, takenAt: 5, changed: 41),
                RegisteredEncounter(number: 44, takenAt: -1, changed: 45),
            ])
        #expect(
            Person(person)
                == Person(
                    person: "P", enrolledAt: 5, sequence: 45,
                    fingers: [
                        EnrolledFinger(
                            position: 9, format: 1, quality: 80, minutiae: 31, record: [9], encounter: 44)
                    ],
                    encounters: [
                        Encounter(number: 41, takenAt: 5, changed: 41), Encounter(number: 44, takenAt: 0, changed: 45),
                    ]))
    }

    @Test func aReceiptIsHandedOn() {
        let (salt, content) = ([UInt8](repeating: 1, count: 32), [UInt8](repeating: 2, count: 32))
        let (digest, chain) = ([UInt8](repeating: 3, count: 32), [UInt8](repeating: 4, count: 32))
        let deletion = Deletion(
            person: "P", sequence: 46, references: 7,
            receipt: TamgaIdentification.DeletionReceipt(
                deletedAt: 1_700_000_000_000, salt: salt, content: content, digest: digest, chain: chain))
        #expect(
            Deleted(deletion)
                == Deleted(
                    person: "P", sequence: 46, references: 7,
                    receipt: TamgaWire.DeletionReceipt(
                        deletedAt: 1_700_000_000_000, salt: salt, content: content, digest: digest, chain: chain)))
    }

    @Test func aFullGalleryNamesItsCeiling() {
        let error = ErrorMessage(
            IdentificationError(.galleryFull, "the gallery may not take more", limit: "1073741824 bytes"))
        #expect(error.code == .galleryFull && error.limit == "1073741824 bytes" && !error.isRetryable)
        let unknown = ErrorMessage(IdentificationError(.encounterUnknown, field: "encounter", "no such encounter"))
        #expect(unknown.code == .encounterUnknown && unknown.field == "encounter" && !unknown.isRetryable)
    }
}
