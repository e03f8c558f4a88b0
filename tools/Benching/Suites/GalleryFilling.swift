import TamgaEvaluation
import TamgaGallery
import TamgaMatcher
import TamgaRegistry

extension BenchContext {
    /// Persons inserted together.
    private static let batch = 500

    /// A gallery of the first distractors.
    func gallery(fingers: Int, shards: Int) throws -> GallerySubject {
        let subject = GallerySubject(shards: shards)
        let persons = fingers / DistractorSource.fingersPerPerson
        progress.begin("gallery of \(fingers) fingers", steps: persons)
        defer { progress.end() }
        for start in stride(from: 0, to: persons, by: Self.batch) {
            let end = min(start + Self.batch, persons)
            try subject.insert(try (start..<end).map { try person($0) })
            progress.advance(by: end - start)
        }
        return subject
    }

    /// The first distractors as persons.
    func persons(fingers: Int) throws -> [GalleryPerson] {
        try (0..<fingers / DistractorSource.fingersPerPerson).map(person)
    }

    private func person(_ number: Int) throws -> GalleryPerson {
        let first = number * DistractorSource.fingersPerPerson
        let references = try (first..<first + DistractorSource.fingersPerPerson).map { index in
            guard let descriptor = file.descriptor(index) else { throw BenchError("finger \(index) is damaged") }
            return GalleryReference(position: source.position(index), descriptor: descriptor)
        }
        return GalleryPerson(
            person: try Self.person(ofFinger: first), number: UInt64(number + 1), references: references)
    }

    /// A gallery of so many fingers of forty minutiae each, ten to a person.
    func galleryOfForty(fingers: Int) throws -> GallerySubject {
        let subject = GallerySubject(shards: 4)
        let forty = (0..<min(file.count, 2_000)).compactMap { file.descriptor($0)?.thinned(to: 40) }
        guard !forty.isEmpty else { throw BenchError("no finger of 40 minutiae") }
        for number in 0..<fingers / DistractorSource.fingersPerPerson {
            let first = number * DistractorSource.fingersPerPerson
            let references = (first..<first + DistractorSource.fingersPerPerson).map { index in
                GalleryReference(position: source.position(index), descriptor: forty[index % forty.count])
            }
            let person = try Self.person(ofFinger: first)
            try subject.insert([GalleryPerson(person: person, number: UInt64(number + 1), references: references)])
        }
        return subject
    }
}
