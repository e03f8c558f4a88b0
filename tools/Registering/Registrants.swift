import Synchronization
import TamgaSynthesis
import TamgaTemplates
import TamgaWire

/// The persons of a run, who do not exist, each as every station meets them: other impressions, another name.
///
/// Growing a finger costs far more than an impression of it, so all stations' impressions of a person are made at once,
/// when the first station asks, and kept until the last one has.
final class Registrants: Sendable {
    private typealias Subjects = Task<[CaptureSubject], any Error>
    private struct Entry {
        let subjects: Subjects
        var left: Int
    }

    private let population: SyntheticPopulation
    private let stations: Int
    private let entries = Mutex<[Int: Entry]>([:])

    init(seed: UInt64, stations: Int) {
        population = SyntheticPopulation(seed: seed, difficulty: .easy)
        self.stations = stations
    }

    /// All ten fingers of a person as one station takes them, under the name and passport shown there.
    func subject(_ person: Int, at station: Int) async throws -> CaptureSubject {
        let subjects = entries.withLock { entries in
            var entry = entries[person] ?? Entry(subjects: make(person), left: stations)
            entry.left -= 1
            entries[person] = entry.left > 0 ? entry : nil
            return entry.subjects
        }
        return try await subjects.value[station]
    }

    private func make(_ person: Int) -> Subjects {
        Task { [population, stations] in
            let somebody = population.person(person)
            var records: [[FingerRecord]] = Array(repeating: [], count: stations)
            for position in FingerPosition.fingers {
                let finger = somebody.finger(position)
                for station in 0..<stations {
                    records[station].append(
                        FingerRecord(
                            position: position.rawValue, format: TemplateFormat.iso2005.rawValue,
                            record: try ISO19794_2_2005.encode([finger.impression(station)])))
                }
            }
            return records.enumerated().map { station, fingers in
                CaptureSubject(
                    claims: ["document:UZB:S\(station)N\(person)", "names:NAME \(station) \(person)//1990-01-01"],
                    status: "foreigner", ground: "residence", place: "Station \(station)", fingers: fingers)
            }
        }
    }
}
