import TamgaGallery
import TamgaKernels
import TamgaMatcher
import TamgaRegistry
import TamgaTemplates

/// The plan of a search written out plainly: named fingers of one view, persons of one template a finger, one look
/// within the usual rotation.
struct PlainSearch {
    private let parameters: SearchParameters
    /// The most telling first.
    private let fingers: [ProbeFinger]
    private(set) var candidates: [(person: PersonID, score: Float)] = []

    init(_ probe: [ProbeFinger], _ persons: [GalleryPerson], _ parameters: SearchParameters) {
        self.parameters = parameters
        let inOrder = probe.sorted { $0.position.rawValue < $1.position.rawValue }
        fingers = inOrder.sorted { Self.telling($0.views[0]) > Self.telling($1.views[0]) }
        let isSingle = fingers.count == 1
        let survivors = (isSingle ? parameters.survivors : parameters.severalSurvivors).least
        let finalists = (isSingle ? parameters.finalists : parameters.severalFinalists).least
        let (narrowed, scans) = narrow(persons, to: survivors)
        let scores = fingers.map { finger in
            narrowed.map { person in
                Self.reference(person, finger.position).map {
                    Int32(4_096 * Matcher.preselect(finger.views[0], $0, maximumRotation: .usual))
                }
            }
        }
        // Too few to tell the spread of one finger's scores: that of all stands in.
        let all = scores.flatMap { $0.compactMap(\.self) }
        let preselected = best(
            (isSingle ? parameters.preselected : parameters.severalPreselected).least, of: narrowed,
            by: evidence(scans + scores.map { ($0, all) }))
        let chosen = cover(preselected, finalists)
        candidates = chosen.map { person in
            let scores = inOrder.compactMap { finger in
                Self.reference(person, finger.position).map {
                    Matcher.compare(finger.views[0], $0, maximumRotation: .usual)
                }
            }
            return (person.person, Fusion.fuse(scores))
        }.sorted { $0.1 != $1.1 ? $0.1 > $1.1 : $0.0 < $1.0 }
    }

    /// Stage S4 alone, on the fingers that are enrolled.
    private func cover(_ persons: [GalleryPerson], _ finalists: Int) -> [GalleryPerson] {
        let workspace = ComparisonWorkspace()
        let scores = fingers.map { finger in
            persons.map { person in
                Self.reference(person, finger.position).map { reference in
                    reference.withView {
                        Int32(
                            4_096
                                * Matcher.overlay(
                                    PreparedFinger(finger.views[0]), $0, maximumRotation: .usual, using: workspace))
                    }
                }
            }
        }
        let all = scores.flatMap { $0.compactMap(\.self) }
        return best(finalists, of: persons, by: evidence(scores.map { ($0, all) }))
    }

    /// Stage 1: finger after finger, for those who are left; and their scores.
    private func narrow(
        _ persons: [GalleryPerson], to survivors: Int
    ) -> ([GalleryPerson], [(scores: [Int32?], all: [Int32])]) {
        var left = persons
        var columns: [[PersonID: Int32]] = []
        for (index, finger) in fingers.enumerated() {
            var column: [PersonID: Int32] = [:]
            for person in left {
                column[person.person] = Self.reference(person, finger.position).map { scan(finger.views[0], $0) }
            }
            columns.append(column)
            // The persons are too few to tell the spread of a later finger's scores: that of the first stands in.
            let values = scores(left, columns)
            let isLast = index + 1 == fingers.count
            left = best(isLast ? survivors : parameters.narrowing[index].least, of: left, by: evidence(values))
        }
        return (left, scores(left, columns))
    }

    private func scores(
        _ persons: [GalleryPerson], _ columns: [[PersonID: Int32]]
    ) -> [(scores: [Int32?], all: [Int32])] {
        columns.map { column in (persons.map { column[$0.person] }, Array(columns[0].values)) }
    }

    private func scan(_ probe: FingerDescriptor, _ reference: FingerDescriptor) -> Int32 {
        let presence = Self.presence(probe)
        let chosen = (0..<probe.count).sorted { (-presence[$0], $0) < (-presence[$1], $1) }.prefix(32).sorted()
        let lanes = ProbeLanes(
            signatures: chosen.flatMap { [probe.signatures[2 * $0], probe.signatures[2 * $0 + 1]] },
            angles: chosen.map { probe.angles[$0] },
            weights: chosen.map { UInt8(max(1, (128 * presence[$0].squareRoot()).rounded())) },
            gate: Rotation.usual.steps)
        var sums: [Int32] = [0]
        SignatureScan.score(
            lanes, signatures: reference.signatures, angles: reference.angles, ends: [UInt32(reference.count)],
            into: &sums)
        let normal = Double(12 + reference.count).squareRoot()
        return Int32((Int64(sums[0]) * Int64((65_536 / Double(Float(normal))).rounded())) / (65_536 * 128))
    }

    /// The sum of standard scores over the root of their number; moments over all who were scored for a finger.
    private func evidence(_ columns: [(scores: [Int32?], all: [Int32])]) -> [Float] {
        guard let persons = columns.first?.scores.count else { return [] }
        var sums = [Float](repeating: 0, count: persons)
        var counts = sums
        for column in columns {
            let count = Double(column.all.count)
            let mean = Double(column.all.reduce(Int64(0)) { $0 + Int64($1) }) / count
            let squares = Double(column.all.reduce(Int64(0)) { $0 + Int64($1) * Int64($1) }) / count
            let deviation = count > 1 ? max(1, squares - mean * mean).squareRoot() : 1
            for person in 0..<persons {
                guard let score = column.scores[person] else { continue }
                sums[person] += Float((Double(score) - mean) / deviation)
                counts[person] += 1
            }
        }
        return (0..<persons).map { counts[$0] == 0 ? 0 : sums[$0] / counts[$0].squareRoot() }
    }

    private func best(_ count: Int, of persons: [GalleryPerson], by values: [Float]) -> [GalleryPerson] {
        let ranked = persons.indices.sorted { one, other in
            values[one] != values[other] ? values[one] > values[other] : persons[one].number < persons[other].number
        }
        return ranked.prefix(count).map { persons[$0] }
    }

    private static func reference(_ person: GalleryPerson, _ position: FingerPosition) -> FingerDescriptor? {
        person.references.first { $0.position == position }?.descriptor
    }

    private static func presence(_ finger: FingerDescriptor) -> [Float] { PreparedFinger(finger).reliability.presence }

    private static func telling(_ finger: FingerDescriptor) -> Float { presence(finger).reduce(0, +) }
}
