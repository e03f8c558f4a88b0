import Foundation
import TamgaIdentification
import TamgaRegistry
import TamgaTemplates
import TamgaTestSupport
import Testing

/// The verdict matrix on real ten-prints: what is true by what was said.
///
/// Every run takes three impressions of each person; with `TAMGA_VERDICTS=all` in the environment (`make
/// verdict-matrix`), all eight.
@Suite(.enabled(if: TestData.isPresent, Comment(rawValue: TestData.absence)))
struct VerdictMatrixTests {
    /// Fingers of a person in one set, by impression.
    private struct Person {
        let name: String
        /// For each impression 1 to 8 the fingers there are.
        var impressions: [Int: [FingerPosition: [UInt8]]] = [:]

        func request(
            _ impression: Int, claims: [Identifier], mirrored: Bool = false
        ) -> RegistrationRequest {
            let fingers = (impressions[impression] ?? [:]).sorted { $0.key.rawValue < $1.key.rawValue }
            return RegistrationRequest(
                author: Officer.interior, claims: claims, status: .foreigner, ground: .visa,
                fingers: fingers.map { position, record in
                    FingerSubmission(
                        position: mirrored ? position.mirrored : position, format: Station.iso, record: record)
                })
        }

        func shares(_ fingers: Int, with other: Person) -> Bool {
            let own = Set((impressions[1] ?? [:]).keys)
            return own.intersection((other.impressions[1] ?? [:]).keys).count >= min(fingers, own.count)
        }

        func passport() throws -> Identifier { try Identifier("document:UZB:P\(name)") }
    }

    /// Truths and how often each verdict was given.
    private struct Matrix {
        var counts: [String: [String: Int]] = [:]

        mutating func add(_ truth: String, _ answer: Assessment, of person: String?) {
            let isOther = answer.person != nil && person != nil && answer.person != person
            counts[truth, default: [:]][isOther ? "wrong person" : answer.verdict.rawValue, default: 0] += 1
        }

        func count(_ truth: String, _ said: Verdict) -> Int { counts[truth]?[said.rawValue] ?? 0 }
        func total(_ truth: String) -> Int { counts[truth]?.values.reduce(0, +) ?? 0 }

        /// Everything that is neither the verdict meant nor "inconclusive".
        func wrong(_ truth: String, _ meant: Verdict) -> Int {
            total(truth) - count(truth, meant) - count(truth, .inconclusive)
        }

        var text: String {
            counts.sorted { $0.key < $1.key }.map { truth, said in
                "\(truth): " + said.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(separator: ", ")
            }.joined(separator: "\n")
        }
    }

    private static func persons(_ set: String) throws -> [Person] {
        var persons: [String: Person] = [:]
        for file in TestData.files(inSet: set) {
            let parts = file.stem.split(separator: "_")
            let position = try #require(FingerPosition(nameOrCode: String(parts[1])))
            let impression = try #require(Int(parts[2]))
            persons[String(parts[0]), default: Person(name: String(parts[0]))].impressions[impression, default: [:]][
                position] = try file.bytes()
        }
        return persons.values.sorted { $0.name < $1.name }
    }

    /// A service in which these are registered, each by the first impression.
    private static func service(_ persons: [Person]) async throws -> (IdentificationService, [String: String]) {
        let service = try await Registry().start()
        var numbers: [String: String] = [:]
        for person in persons {
            let answer = try await service.register(person.request(1, claims: [person.passport()]))
            try #require(answer.outcome == .registered, "\(person.name): \(answer.verdict)")
            numbers[person.name] = answer.person
        }
        return (service, numbers)
    }

    @Test func everyVerdictOnRealFingers() async throws {
        let reader = try Self.persons("neurotechnology_uareu/mindtct")
        let crossed = try Self.persons("neurotechnology_crossmatch/mindtct")
        var matrix = Matrix()
        try await known(reader, crossed, &matrix)
        for (index, stranger) in reader.enumerated() {
            let others = reader.enumerated().filter { $0.offset != index }.map(\.element)
            try await unknown(stranger, among: others, claiming: others[index % others.count], "one reader", &matrix)
        }
        for stranger in crossed.filter({ other in !reader.contains { $0.name == other.name } }) {
            // Whoever has fewer than four fingers in common with a registered person cannot be told from that person.
            let covered = reader.filter { $0.shares(4, with: stranger) }
            try await unknown(stranger, among: covered, claiming: covered[0], "another reader", &matrix)
            try await uncovered(stranger, among: reader)
        }
        print("verdicts on real fingers\n\(matrix.text)")
        // A wrong yes stops an innocent person, a wrong no is a second identity: neither may be said.
        for truth in matrix.counts.keys {
            #expect(matrix.wrong(truth, try #require(Self.meant(truth))) == 0, "\(truth)")
            let sure = matrix.count(truth, try #require(Self.meant(truth)))
            #expect(Double(sure) >= 0.9 * Double(matrix.total(truth)), "\(truth)")
        }
    }

    /// The answer says so, and which finger would help.
    private func uncovered(_ stranger: Person, among reader: [Person]) async throws {
        guard reader.contains(where: { !$0.shares(4, with: stranger) }) else { return }
        let (service, _) = try await Self.service(reader)
        let answer = try await service.assess(stranger.request(1, claims: [stranger.passport()]))
        #expect(answer.verdict == .inconclusive && answer.doubts.contains(.coverage), "\(stranger.name)")
        #expect(answer.next == [.captureFinger], "\(stranger.name)")
    }

    /// Impressions that are probes, the last of them.
    private static let last = ProcessInfo.processInfo.environment["TAMGA_VERDICTS"] == "all" ? 8 : 3

    private static func meant(_ truth: String) -> Verdict? {
        Verdict.allCases.first { truth.hasPrefix($0.rawValue + ",") }
    }

    /// Persons who are registered, with their own passport, another, and with exchanged hands.
    private func known(_ reader: [Person], _ crossed: [Person], _ matrix: inout Matrix) async throws {
        let (service, numbers) = try await Self.service(reader)
        let stranger = try Identifier("document:UZB:UNKNOWN1")
        for (persons, name, first) in [(reader, "one reader", 2), (crossed, "another reader", 1)] {
            for person in persons {
                guard let number = numbers[person.name] else { continue }
                for impression in first...Self.last where person.impressions[impression] != nil {
                    let own = try await service.assess(person.request(impression, claims: [person.passport()]))
                    matrix.add("same-person-same-identity, \(name)", own, of: number)
                    let other = try await service.assess(person.request(impression, claims: [stranger]))
                    matrix.add("same-person-other-identity, \(name)", other, of: number)
                    let swapped = try await service.assess(
                        person.request(impression, claims: [person.passport()], mirrored: true))
                    matrix.add("same-person-same-identity, \(name), hands exchanged", swapped, of: number)
                    if swapped.person == number {
                        #expect(swapped.swap == FingerSwap.handsExchanged.rawValue, "\(person.name) \(impression)")
                    }
                }
            }
        }
    }

    /// Somebody who is not registered, with a new passport and with that of somebody who is.
    private func unknown(
        _ stranger: Person, among others: [Person], claiming owner: Person, _ name: String, _ matrix: inout Matrix
    ) async throws {
        let (service, numbers) = try await Self.service(others)
        for impression in stranger.impressions.keys.sorted() where impression <= Self.last {
            let new = try await service.assess(stranger.request(impression, claims: [stranger.passport()]))
            matrix.add("new-person, \(name)", new, of: nil)
            let under = try await service.assess(stranger.request(impression, claims: [owner.passport()]))
            matrix.add("other-person-under-identity, \(name)", under, of: nil)
            if under.verdict == .otherPersonUnderIdentity { #expect(under.owners == [numbers[owner.name]]) }
        }
    }
}
