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

func program(_ name: String, _ dependencies: [Target.Dependency], path: String? = nil) -> Target {
    .executableTarget(name: name, dependencies: dependencies, path: path, swiftSettings: settings)
}

func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
    .testTarget(name: name, dependencies: dependencies, swiftSettings: settings)
}

let arguments = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")

let package = Package(
    name: "tamga",
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0")
    ],
    targets: [
        // Layer 1: what a template is; the inner loops.
        layer("TamgaTemplates"),
        layer("TamgaKernels"),

        // Layer 2: how alike two fingers are.
        layer(
            "TamgaMatcher", ["TamgaTemplates", "TamgaKernels"], exclude: ["Generated/SignatureModelData.json"]),

        // Tools and what only tests use.
        program("tamga-eval", ["TamgaMatcher", "TamgaTemplates", arguments], path: "tools/tamga-eval"),
        layer("TamgaTestSupport", path: "Tests/Support"),

        tests("TamgaTemplatesTests", ["TamgaTemplates", "TamgaTestSupport"]),
        tests("TamgaMatcherTests", ["TamgaMatcher", "TamgaTemplates", "TamgaTestSupport"]),
    ]
)
