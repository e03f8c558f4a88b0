import Foundation
import Synchronization
import TamgaEvaluation
import TamgaGallery
import TamgaMatcher
import TamgaRegistry
import TamgaReporting
import TamgaTemplates

/// Search latency with somebody enrolling alongside, against without.
struct WriteSuite {
    let context: BenchContext
    let gallery: GallerySubject

    /// Enrolments a second that are asked for.
    private static let rate = 300.0

    func run() throws {
        context.progress.begin("a writer alongside", steps: 1)
        defer { context.progress.end() }
        let probes = context.probes(4, among: context.options.fingers).map { [$0.probe] }
        guard let finger = context.file.descriptor(0), !probes.isEmpty else { return }
        let before = try measure(probes)
        let writer = Writer(gallery: gallery, finger: finger)
        let start = context.watch.now
        writer.start(every: 1 / Self.rate, by: context.watch)
        let during = try measure(probes)
        let written = writer.stop()
        let rate = Double(written) / (context.watch.now - start)
        let after = try measure(probes)
        try writer.undo()
        guard let slow = during.median, let fast = Samples(before.values + after.values).median else { return }
        context.report.add("writes_slowdown", .number(slow / fast))
        context.report.add("writes_per_s", .number(rate))
        if written == 0 { context.report.fail("the writer alongside wrote nothing") }
    }

    /// Seconds for each template compared: the gallery grows meanwhile.
    private func measure(_ probes: [[ProbeFinger]]) throws -> Samples {
        var compared: [Int] = []
        let times = try (0..<2 * context.options.runs).map { _ in
            try context.watch.seconds {
                let answers = try probes.map { try gallery.search($0, .oneLook(workers: 1)) }
                compared.append(answers.reduce(0) { $0 + $1.searched })
                return AnswerHash(answers).value
            }
        }
        return Samples(zip(times, compared).map { $0 / Double(max(1, $1)) })
    }
}

/// A thread that enrols persons at a steady rate.
private final class Writer: Sendable {
    private let gallery: GallerySubject
    private let finger: FingerDescriptor
    private let isStopping = Atomic(false)
    private let written = Mutex<[PersonID]>([])
    private let done = DispatchSemaphore(value: 0)

    init(gallery: GallerySubject, finger: FingerDescriptor) {
        (self.gallery, self.finger) = (gallery, finger)
    }

    func start(every seconds: Double, by watch: Stopwatch) {
        Thread { [self] in
            var number = 0
            let begin = watch.now
            while !isStopping.load(ordering: .relaxed) {
                enrol(number)
                number += 1
                Thread.sleep(forTimeInterval: max(0, begin + Double(number) * seconds - watch.now))
            }
            done.signal()
        }.start()
    }

    private func enrol(_ number: Int) {
        guard let person = try? PersonID("w\(number)") else { return }
        let references = FingerPosition.fingers.map { GalleryReference(position: $0, descriptor: finger) }
        let enrollee = GalleryPerson(
            person: person, number: 1 << 40 + UInt64(number), references: Array(references))
        guard (try? gallery.insert([enrollee])) != nil else { return }
        written.withLock { $0.append(person) }
    }

    /// - Returns: persons enrolled.
    func stop() -> Int {
        isStopping.store(true, ordering: .relaxed)
        done.wait()
        return written.withLock { $0.count }
    }

    func undo() throws {
        for person in written.withLock({ $0 }) { try gallery.remove(person) }
    }
}
