import Benchmark
import TamgaGallery
import TamgaKernels
import TamgaMatcher
import TamgaSynthesis
import TamgaTemplates

/// The stages of a search, each on the same synthetic fingers. Every suite prints a hash of its result once:
/// a faster build must print the same.
let benchmarks: @Sendable () -> Void = {
    Benchmark.defaultConfiguration = .init(
        metrics: [.wallClock, .cpuTotal, .throughput], warmupIterations: 3, maxDuration: .seconds(2))
    let fingers = Fingers()

    Benchmark("describe a template") { benchmark in
        for index in benchmark.scaledIterations {
            blackHole(FingerDescriptor(fingers.templates[index % fingers.templates.count]))
        }
    }

    Benchmark("S1: scan 1,000 fingers", configuration: .init(scalingFactor: .one)) { benchmark in
        var scores = [Int32](repeating: 0, count: fingers.ends.count)
        for _ in benchmark.scaledIterations {
            SignatureScan.score(
                fingers.lanes, signatures: fingers.signatures, angles: fingers.angles, ends: fingers.ends,
                into: &scores)
            blackHole(scores)
        }
    }

    stage("S3: one pair of fingers", fingers, scaling: .kilo, Matcher.preselect)
    stage("S4: one pair of fingers", fingers, scaling: .one, Matcher.overlay)
    stage("B: one pair of fingers", fingers, scaling: .one, Matcher.compare)
}

/// A stage of the matcher: the first finger against one after the other, as a search does it.
private func stage(
    _ name: String, _ fingers: Fingers, scaling: BenchmarkScalingFactor,
    _ score: @escaping @Sendable (PreparedFinger, DescriptorView, Rotation, ComparisonWorkspace) -> Float
) {
    Benchmark(name, configuration: .init(scalingFactor: scaling)) { benchmark in
        let probe = PreparedFinger(fingers.descriptors[0])
        let workspace = ComparisonWorkspace()
        for index in benchmark.scaledIterations {
            let reference = fingers.descriptors[index % fingers.descriptors.count]
            blackHole(reference.withView { score(probe, $0, .usual, workspace) })
        }
    }
}

/// A hundred synthetic persons of ten fingers.
struct Fingers: Sendable {
    let templates: [FingerTemplate]
    let descriptors: [FingerDescriptor]
    let lanes: ProbeLanes
    let signatures: [UInt64]
    let angles: [UInt8]
    let ends: [UInt32]

    init() {
        let population = SyntheticPopulation(seed: 1)
        templates = (1...100).flatMap { person in
            FingerPosition.fingers.map { population.person(person).finger($0).impression(1) }
        }
        descriptors = templates.map { FingerDescriptor($0) }
        lanes = ProbeLanes(
            signatures: descriptors[0].signatures, angles: descriptors[0].angles, gate: Rotation.usual.steps)
        signatures = descriptors.flatMap(\.signatures)
        angles = descriptors.flatMap(\.angles)
        var end: UInt32 = 0
        ends = descriptors.map { finger in
            end += UInt32(finger.count)
            return end
        }
        print("result hash \(String(resultHash(), radix: 16))")
    }

    /// FNV-1a over the bits of the first hundred comparison scores.
    private func resultHash() -> UInt64 {
        descriptors.prefix(100).reduce(0xCBF2_9CE4_8422_2325) { hash, reference in
            (hash ^ UInt64(Matcher.compare(descriptors[0], reference).bitPattern)) &* 0x100_0000_01B3
        }
    }
}
