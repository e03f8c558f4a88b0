// swift-tools-version: 6.2
import PackageDescription

// Settings first: the strictest the compiler offers, the same for every target of ours.
let settings: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .strictMemorySafety(),
    .treatAllWarnings(as: .error),
]

func layer(
    _ name: String, _ dependencies: [Target.Dependency] = [], path: String? = nil, exclude: [String] = []
) -> Target {
    .target(name: name, dependencies: dependencies, path: path, exclude: exclude, swiftSettings: settings)
}

/// One of the three builds of the inner loops: the same sources (symbolic links to those of the first), for processors
/// that have more and more. Unsafe flags, because the package description has none for the processor; they name
/// features, and `KernelLevel` asks the processor for each of them before it runs such code.
func level(
    _ name: String, _ dependencies: [Target.Dependency], flags: [String], define: String
) -> Target {
    #if arch(x86_64)
    let processor = flags.flatMap { ["-Xcc", $0] }
    #else
    let processor: [String] = []
    #endif
    // Bodies stay where they are compiled: none may be inlined into code for another processor.
    return .target(
        name: name, dependencies: dependencies,
        swiftSettings: settings + [.unsafeFlags(["-disable-cmo"] + processor), .define(define)])
}

func program(_ name: String, _ dependencies: [Target.Dependency], path: String? = nil) -> Target {
    .executableTarget(name: name, dependencies: dependencies, path: path, swiftSettings: settings)
}

/// What is tested is optimised; the code of the tests is not, which halves the time to build them, unless it computes
/// something that takes long itself.
func tests(_ name: String, _ dependencies: [Target.Dependency], compute: Bool = false) -> Target {
    .testTarget(
        name: name, dependencies: dependencies,
        swiftSettings: settings + (compute ? [] : [.unsafeFlags(["-Onone"])]))
}

let nioCore = Target.Dependency.product(name: "NIOCore", package: "swift-nio")
let nioPosix = Target.Dependency.product(name: "NIOPosix", package: "swift-nio")
let nioHTTP1 = Target.Dependency.product(name: "NIOHTTP1", package: "swift-nio")
let nioEmbedded = Target.Dependency.product(name: "NIOEmbedded", package: "swift-nio")
let nioTestUtils = Target.Dependency.product(name: "NIOTestUtils", package: "swift-nio")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let lifecycle = Target.Dependency.product(name: "ServiceLifecycle", package: "swift-service-lifecycle")
let signals = Target.Dependency.product(name: "UnixSignals", package: "swift-service-lifecycle")
let arguments = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let histogram = Target.Dependency.product(name: "Histogram", package: "hdrhistogram-swift")

let package = Package(
    name: "tamga",
    products: [
        .executable(name: "tamga-server", targets: ["tamga-server"]),
        .executable(name: "tamga", targets: ["tamga"]),
        .library(name: "TamgaClient", targets: ["TamgaClient", "TamgaWire"]),
        // For Benchmarks, a package of its own.
        .library(name: "TamgaMatching", targets: ["TamgaTemplates", "TamgaKernels", "TamgaMatcher", "TamgaGallery"]),
        .library(name: "TamgaSynthesis", targets: ["TamgaSynthesis"]),
        // For tests: makes the file system fail below a program that loads it (LD_PRELOAD).
        .library(name: "tamga-faulty-io", type: .dynamic, targets: ["CFaultyIO"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.0"),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        // For the load tester only: percentiles of latencies.
        .package(url: "https://github.com/HdrHistogram/hdrhistogram-swift", from: "0.2.0"),
    ],
    targets: [
        // Layer 0: the system's OpenSSL 3; the processor.
        .systemLibrary(name: "COpenSSL", pkgConfig: "openssl", providers: [.apt(["libssl-dev"])]),
        // What the processor says of itself; vectors of the language; the inner loops, once for each kind of processor.
        .systemLibrary(name: "CCPUID"),
        .systemLibrary(name: "CVectors"),
        level("TamgaKernelsBaseline", ["CVectors"], flags: ["-march=x86-64-v2"], define: "TAMGA_BASELINE"),
        level("TamgaKernelsAVX2", ["CVectors"], flags: ["-march=x86-64-v3"], define: "TAMGA_AVX2"),
        level(
            "TamgaKernelsAVX512", ["CVectors"],
            flags: ["-march=x86-64-v4", "-mavx512vpopcntdq", "-mprefer-vector-width=512"], define: "TAMGA_AVX512"),

        // Layer 1: what a template is; what is kept secret and how; what is measured; the inner loops.
        layer("TamgaTemplates"),
        layer("TamgaCrypto", ["COpenSSL"]),
        layer("TamgaCrashPoints"),
        layer("TamgaMetrics"),
        layer("TamgaKernels", ["TamgaKernelsBaseline", "TamgaKernelsAVX2", "TamgaKernelsAVX512", "CCPUID"]),

        // Layer 2: how alike two fingers are; who a person is; persons who do not exist; what a frame is.
        layer(
            "TamgaMatcher", ["TamgaTemplates", "TamgaKernels"], exclude: ["Generated/SignatureModelData.json"]),
        layer("TamgaRegistry", ["TamgaTemplates"]),
        layer("TamgaSynthesis", ["TamgaTemplates"]),
        layer("TamgaWire", [nioCore]),

        // Layer 3: the gallery in memory, the store on disk, the channel in between.
        layer(
            "TamgaGallery", ["TamgaMatcher", "TamgaKernels", "TamgaTemplates", "TamgaRegistry", "TamgaCrashPoints"]),
        layer("TamgaStore", ["TamgaTemplates", "TamgaRegistry", "TamgaCrypto"]),
        layer(
            "TamgaStoreSQLite",
            ["TamgaStore", "TamgaTemplates", "TamgaRegistry", "TamgaCrypto", "TamgaCrashPoints", grdb]),
        layer("TamgaTLS", ["COpenSSL", nioCore]),
        layer("TamgaCertificates", ["TamgaTemplates", "TamgaRegistry", "TamgaCrypto"]),

        // Layer 4: the operations and their guarantees.
        layer(
            "TamgaIdentification",
            [
                "TamgaGallery", "TamgaStore", "TamgaMatcher", "TamgaTemplates", "TamgaRegistry", "TamgaCrypto",
                "TamgaCrashPoints",
            ]),

        layer("TamgaArchive", ["TamgaStore", "TamgaTemplates", "TamgaRegistry", "TamgaCrypto"]),

        // Layer 5: the two ends of a connection.
        layer(
            "TamgaServer",
            [
                "TamgaIdentification", "TamgaGallery", "TamgaMetrics", "TamgaTLS", "TamgaWire", "TamgaTemplates",
                "TamgaRegistry", "TamgaCertificates", "TamgaCrypto", nioCore, nioPosix, nioHTTP1, logging, lifecycle,
            ]),
        layer("TamgaClient", ["TamgaTLS", "TamgaWire", nioCore, nioPosix]),

        // Layer 6: composition roots, no logic; what the command line does, as a library that can be tested.
        layer(
            "TamgaCommands",
            ["TamgaClient", "TamgaWire", "TamgaTemplates", "TamgaCertificates", "TamgaRegistry", "TamgaCrypto"]),
        program(
            "tamga-server",
            [
                "TamgaServer", "TamgaIdentification", "TamgaArchive", "TamgaCertificates", "TamgaKernels",
                "TamgaMatcher", "TamgaStore", "TamgaStoreSQLite", "TamgaSynthesis", "TamgaTLS", "TamgaRegistry",
                "TamgaTemplates", "TamgaCrypto", arguments, logging, lifecycle, signals, nioCore, nioPosix,
            ]),
        program("tamga", ["TamgaCommands", "TamgaRegistry", "TamgaTemplates", "TamgaWire", arguments]),

        // Tools: evaluation, the demonstration.
        layer("TamgaInspection", ["TamgaTemplates"], path: "tools/Inspection"),
        program("tamga-template", ["TamgaInspection", "TamgaTemplates", arguments], path: "tools/tamga-template"),
        layer("TamgaHarness", path: "tools/Harness"),
        layer("TamgaReporting", path: "tools/Reporting"),
        program("tamga-synth", ["TamgaSynthesis", "TamgaTemplates", arguments], path: "tools/tamga-synth"),
        layer(
            "TamgaEvaluation",
            ["TamgaGallery", "TamgaMatcher", "TamgaRegistry", "TamgaReporting", "TamgaSynthesis", "TamgaTemplates"],
            path: "tools/Evaluation"),
        layer("TamgaRealism", ["TamgaSynthesis", "TamgaMatcher", "TamgaTemplates"], path: "tools/Realism"),
        program(
            "tamga-eval",
            [
                "TamgaEvaluation", "TamgaRealism", "TamgaReporting", "TamgaMatcher", "TamgaSynthesis", "TamgaTemplates",
                arguments,
            ],
            path: "tools/tamga-eval"),
        layer("TamgaSelftest", ["TamgaKernels", "TamgaMatcher"], path: "tools/Selftest"),
        program("tamga-selftest", ["TamgaSelftest", "TamgaKernels"], path: "tools/tamga-selftest"),
        layer(
            "TamgaBenchmarking",
            [
                "TamgaCrypto", "TamgaEvaluation", "TamgaGallery", "TamgaIdentification", "TamgaKernels", "TamgaMatcher",
                "TamgaRegistry", "TamgaReporting", "TamgaSynthesis", "TamgaTemplates",
            ],
            path: "tools/Benching"),
        program("tamga-bench", ["TamgaBenchmarking", arguments], path: "Benchmarks/tamga-bench"),
        layer(
            "TamgaStoreBenching",
            [
                "TamgaCrypto", "TamgaGallery", "TamgaHarness", "TamgaIdentification", "TamgaRegistry", "TamgaStore",
                "TamgaStoreSQLite", "TamgaSynthesis", "TamgaTemplates",
            ],
            path: "tools/StoreBenching"),
        program(
            "tamga-store-bench", ["TamgaStoreBenching", "TamgaHarness", arguments],
            path: "Benchmarks/tamga-store-bench"),
        layer(
            "TamgaCrashing",
            ["TamgaHarness", "TamgaClient", "TamgaWire", "TamgaSynthesis", "TamgaTemplates", "TamgaCrashPoints"],
            path: "tools/Crashing"),
        program("tamga-crash", ["TamgaCrashing", "TamgaHarness", arguments], path: "tools/tamga-crash"),
        layer(
            "TamgaRegistering",
            ["TamgaHarness", "TamgaClient", "TamgaWire", "TamgaSynthesis", "TamgaTemplates"],
            path: "tools/Registering"),
        layer(
            "TamgaLoading",
            [
                "TamgaHarness", "TamgaReporting", "TamgaClient", "TamgaWire", "TamgaSynthesis", "TamgaTemplates",
                histogram,
            ],
            path: "tools/Loading"),
        program(
            "tamga-load",
            [
                "TamgaLoading", "TamgaHarness", "TamgaReporting", "TamgaClient", "TamgaSynthesis", "TamgaWire",
                arguments,
            ],
            path: "tools/tamga-load"),
        program(
            "tamga-register-test", ["TamgaRegistering", "TamgaHarness", arguments], path: "tools/tamga-register-test"),
        program("tamga-demo", ["TamgaHarness", "TamgaSynthesis", "TamgaTemplates"], path: "tools/tamga-demo"),
        layer(
            "TamgaDrill", ["TamgaHarness", "TamgaClient", "TamgaWire", "TamgaSynthesis", "TamgaTemplates"],
            path: "tools/Drill"),
        program("tamga-drill", ["TamgaDrill", "TamgaHarness", arguments], path: "tools/tamga-drill"),

        // Tests: one target for each of the above, then the whole, the crashes and the house rules.
        layer("TamgaTestSupport", path: "Tests/Support"),
        .target(
            name: "CFaultyIO", path: "Tests/FaultyIO",
            cSettings: [.enableWarning("all"), .enableWarning("extra"), .treatAllWarnings(as: .error)]),
        tests("TamgaTemplatesTests", ["TamgaTemplates", "TamgaTestSupport"], compute: true),
        tests("TamgaMetricsTests", ["TamgaMetrics", "TamgaTestSupport"]),
        tests("TamgaCryptoTests", ["TamgaCrypto", "TamgaTestSupport"]),
        tests("TamgaKernelsTests", ["TamgaKernels", "tamga-selftest", "TamgaTestSupport"], compute: true),
        tests(
            "TamgaMatcherTests", ["TamgaMatcher", "TamgaKernels", "TamgaTemplates", "TamgaTestSupport"],
            compute: true),
        tests("TamgaRegistryTests", ["TamgaRegistry", "TamgaTemplates"], compute: true),
        tests("TamgaWireTests", ["TamgaWire", nioCore, nioEmbedded, nioTestUtils]),
        tests(
            "TamgaStoreTests",
            ["TamgaStore", "TamgaStoreSQLite", "TamgaTemplates", "TamgaRegistry", "TamgaCrypto", grdb]),
        tests(
            "TamgaArchiveTests",
            [
                "TamgaArchive", "TamgaStore", "TamgaStoreSQLite", "TamgaTemplates", "TamgaRegistry", "TamgaCrypto",
                "TamgaTestSupport",
            ]),
        tests(
            "TamgaCertificatesTests",
            ["TamgaCertificates", "TamgaTemplates", "TamgaRegistry", "TamgaCrypto", "TamgaTestSupport"]),
        tests("TamgaTLSTests", ["TamgaTLS", "TamgaTestSupport", nioCore, nioEmbedded, nioPosix]),
        tests(
            "TamgaGalleryTests",
            [
                "TamgaGallery", "TamgaKernels", "TamgaMatcher", "TamgaTemplates", "TamgaRegistry", "TamgaSynthesis",
                "TamgaTestSupport",
            ], compute: true),
        tests(
            "TamgaIdentificationTests",
            [
                "TamgaIdentification", "TamgaGallery", "TamgaStore", "TamgaMatcher", "TamgaTemplates",
                "TamgaRegistry", "TamgaCrypto", "TamgaSynthesis", "TamgaTestSupport",
            ]),
        tests(
            "TamgaServerTests",
            [
                "TamgaServer", "TamgaMetrics", "TamgaIdentification", "TamgaGallery", "TamgaCrypto", "TamgaStore",
                "TamgaTLS",
                "TamgaWire", "TamgaTemplates", "TamgaRegistry", "TamgaTestSupport", nioCore, nioPosix, nioEmbedded,
                logging, lifecycle,
            ]),
        tests("TamgaClientTests", ["TamgaClient", "TamgaTLS", "TamgaWire", "TamgaTestSupport", nioCore, nioPosix]),
        tests(
            "TamgaCommandsTests",
            [
                "TamgaCommands", "TamgaClient", "TamgaWire", "TamgaTemplates", "TamgaCertificates", "TamgaRegistry",
                "TamgaCrypto", "TamgaTestSupport",
            ]),
        tests(
            "EndToEndTests",
            [
                "TamgaHarness", "TamgaClient", "TamgaTLS", "TamgaWire", "TamgaSynthesis", "TamgaTemplates",
                "TamgaTestSupport", nioCore, nioPosix, grdb,
            ]),
        tests(
            "CrashTests",
            [
                "TamgaCrashing", "TamgaCrashPoints", "TamgaDrill", "TamgaHarness", "TamgaSynthesis", "TamgaTemplates",
            ]),
        tests("InspectionTests", ["TamgaInspection", "TamgaTemplates", "TamgaTestSupport"]),
        tests(
            "SynthesisTests", ["TamgaSynthesis", "TamgaRealism", "TamgaTemplates", "TamgaTestSupport"],
            compute: true),
        tests(
            "EvaluationTests",
            [
                "TamgaEvaluation", "TamgaReporting", "TamgaMatcher", "TamgaSynthesis", "TamgaTemplates",
                "TamgaTestSupport",
            ], compute: true),
        tests(
            "BenchmarkingTests",
            [
                "TamgaBenchmarking", "TamgaEvaluation", "TamgaGallery", "TamgaMatcher", "TamgaReporting",
                "TamgaSynthesis", "TamgaTemplates",
            ], compute: true),
        tests(
            "LoadingTests",
            ["TamgaLoading", "TamgaHarness", "TamgaReporting", "TamgaClient", "TamgaSynthesis", "TamgaWire"]),
        tests("HouseTests", []),
    ]
)
