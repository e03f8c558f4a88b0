/// The layers of the house and what each target may import: the one place to change when an arrow is added.
/// An arrow points to a lower layer, or, in the same layer, to the target whose name the importer's name extends.
struct ImportTable {
    struct Row {
        var target: String
        var layer: Int
        var ours: [String]
        var packages: [String] = []
        var foundation = true
    }

    var rows: [Row]

    subscript(target: String) -> Row? { rows.first { $0.target == target } }

    /// Modules of the system that every target may import.
    static let system: Set<String> = ["Swift", "Dispatch", "Synchronization", "Glibc", "Musl", "Darwin"]
    static let foundation: Set<String> = ["Foundation", "FoundationEssentials"]
    /// Modules for tests only; so is every target whose folder stands under Tests.
    static let testing: Set<String> = ["Testing", "XCTest", "NIOEmbedded", "NIOTestUtils"]

    static let house = ImportTable(rows: [
        Row(target: "COpenSSL", layer: 0, ours: [], foundation: false),
        Row(target: "CCPUID", layer: 0, ours: [], foundation: false),
        // A header that the kernels compile into themselves: below all that has code.
        Row(target: "CVectors", layer: -1, ours: [], foundation: false),
        Row(target: "TamgaKernelsBaseline", layer: 0, ours: ["CVectors"], foundation: false),
        Row(target: "TamgaKernelsAVX2", layer: 0, ours: ["CVectors"], foundation: false),
        Row(target: "TamgaKernelsAVX512", layer: 0, ours: ["CVectors"], foundation: false),

        Row(target: "TamgaTemplates", layer: 1, ours: [], foundation: false),
        Row(target: "TamgaCrypto", layer: 1, ours: ["COpenSSL"], foundation: false),
        Row(target: "TamgaCrashPoints", layer: 1, ours: [], foundation: false),
        Row(target: "TamgaMetrics", layer: 1, ours: [], foundation: false),
        Row(
            target: "TamgaKernels", layer: 1,
            ours: ["TamgaKernelsBaseline", "TamgaKernelsAVX2", "TamgaKernelsAVX512", "CCPUID"], foundation: false),

        Row(target: "TamgaMatcher", layer: 2, ours: ["TamgaTemplates", "TamgaKernels"], foundation: false),
        Row(target: "TamgaRegistry", layer: 2, ours: ["TamgaTemplates"], foundation: false),
        Row(target: "TamgaSynthesis", layer: 2, ours: ["TamgaTemplates"], foundation: false),
        Row(target: "TamgaWire", layer: 2, ours: ["TamgaTemplates"], packages: ["NIOCore"], foundation: false),

        Row(
            target: "TamgaGallery", layer: 3,
            ours: ["TamgaMatcher", "TamgaKernels", "TamgaTemplates", "TamgaRegistry", "TamgaCrashPoints"],
            foundation: false),
        Row(target: "TamgaStore", layer: 3, ours: ["TamgaTemplates", "TamgaRegistry", "TamgaCrypto"]),
        Row(
            target: "TamgaStoreSQLite", layer: 3,
            ours: ["TamgaStore", "TamgaCrypto", "TamgaTemplates", "TamgaRegistry", "TamgaCrashPoints"],
            packages: ["GRDB"]),
        Row(
            target: "TamgaCertificates", layer: 3, ours: ["TamgaTemplates", "TamgaRegistry", "TamgaCrypto"],
            foundation: false),
        Row(target: "TamgaTLS", layer: 3, ours: ["COpenSSL"], packages: ["NIOCore"]),

        Row(
            target: "TamgaIdentification", layer: 4,
            ours: [
                "TamgaGallery", "TamgaStore", "TamgaMatcher", "TamgaTemplates", "TamgaRegistry", "TamgaCrypto",
                "TamgaCrashPoints",
            ]),

        Row(target: "TamgaArchive", layer: 4, ours: ["TamgaStore", "TamgaTemplates", "TamgaRegistry", "TamgaCrypto"]),

        Row(
            target: "TamgaServer", layer: 5,
            ours: [
                "TamgaIdentification", "TamgaGallery", "TamgaMetrics", "TamgaTLS", "TamgaWire", "TamgaTemplates",
                "TamgaRegistry",
                "TamgaCertificates", "TamgaCrypto",
            ],
            packages: ["NIOCore", "NIOPosix", "NIOHTTP1", "Logging", "ServiceLifecycle"]),
        Row(
            target: "TamgaClient", layer: 5, ours: ["TamgaTLS", "TamgaWire", "TamgaTemplates", "TamgaRegistry"],
            packages: ["NIOCore", "NIOPosix"]),

        Row(
            target: "tamga-server", layer: 6,
            ours: [
                "TamgaServer", "TamgaIdentification", "TamgaArchive", "TamgaCertificates", "TamgaGallery",
                "TamgaMatcher", "TamgaKernels", "TamgaStore", "TamgaStoreSQLite", "TamgaSynthesis", "TamgaTLS",
                "TamgaTemplates", "TamgaRegistry", "TamgaCrypto",
            ],
            packages: ["ArgumentParser", "Logging", "ServiceLifecycle", "UnixSignals", "NIOCore", "NIOPosix"]),
        Row(
            target: "TamgaCommands", layer: 6,
            ours: [
                "TamgaClient", "TamgaWire", "TamgaTemplates", "TamgaCertificates", "TamgaRegistry", "TamgaCrypto",
            ]),
        Row(
            target: "tamga", layer: 7,
            ours: ["TamgaCommands", "TamgaRegistry", "TamgaTemplates", "TamgaWire"],
            packages: ["ArgumentParser"]),
    ])
}

extension ImportTable {
    /// Arrows of the table itself that do not point down.
    var arrowsUp: [String] {
        rows.flatMap { row in
            row.ours.compactMap { name in
                guard let lower = self[name] else { return "\(row.target) -> \(name): no such row" }
                let isExtension = lower.layer == row.layer && row.target.hasPrefix(name) && row.target != name
                return lower.layer < row.layer || isExtension ? nil : "\(row.target) -> \(name)"
            }
        }
    }

    /// Why the target may not have the module; nil where it may. Targets outside the table are tools:
    /// they may have all but test support.
    func refusal(of module: String, to target: String?, testSupport: Set<String>) -> String? {
        if Self.testing.contains(module) || testSupport.contains(module) {
            return "\(module) is for tests only"
        }
        guard let target else { return nil }
        guard let row = self[target] else { return "target \(target) is not in the table of layers" }
        if Self.foundation.contains(module) {
            return row.foundation ? nil : "\(target) does without \(module)"
        }
        let allowed = Self.system.union(row.ours).union(row.packages)
        return allowed.contains(module) ? nil : "\(target) may not import \(module)"
    }
}
