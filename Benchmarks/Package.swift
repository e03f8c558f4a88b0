// swift-tools-version: 6.2
import PackageDescription

// A package of its own, so that nobody who builds the server builds the benchmark library.
let package = Package(
    name: "tamga-benchmarks",
    dependencies: [
        .package(name: "tamga", path: ".."),
        // Without jemalloc: its counts are not gated on here.
        .package(url: "https://github.com/ordo-one/benchmark", from: "1.38.0", traits: []),
    ],
    targets: [
        .executableTarget(
            name: "Matching",
            dependencies: [
                .product(name: "Benchmark", package: "benchmark"),
                .product(name: "TamgaMatching", package: "tamga"),
                .product(name: "TamgaSynthesis", package: "tamga"),
            ],
            // The library finds only suites whose folder stands in one named Benchmarks.
            path: "Matching",
            swiftSettings: [.swiftLanguageMode(.v6)],
            plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")])
    ]
)
