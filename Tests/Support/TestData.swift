import Foundation

/// One file of the test data.
public struct DataFile: Hashable, Sendable {
    /// Full path.
    public let path: String
    /// The file's name without its extension, for example `101_1`.
    public let stem: String

    /// The file's name with its extension.
    public var name: String { URL(fileURLWithPath: path).lastPathComponent }

    /// The whole file; an error names the path only.
    public func bytes() throws -> [UInt8] {
        try [UInt8](Data(contentsOf: URL(fileURLWithPath: path)))
    }
}

/// Where the real templates lie that may not be part of the repository.
///
/// The environment's `TAMGA_DATA` says where; else `shared/data` beside the checkout is looked for. A test that needs
/// them carries `.enabled(if: TestData.isPresent, TestData.absence)`, so that it is skipped and says why.
public enum TestData {
    /// Why a test was skipped.
    public static let absence =
        "no test data: set TAMGA_DATA to the folder of sets (fvc2002_db1_b ...), or put it at ../shared/data"

    /// The folder of the data sets; nil when there is none, or when what is named does not hold them.
    public static let dataDirectory: String? = {
        let stated = ProcessInfo.processInfo.environment["TAMGA_DATA"]
        let candidate = stated ?? packageRoot + "/../shared/data"
        let first = candidate + "/fvc2002_db1_b/mindtct"
        return (try? FileManager.default.contentsOfDirectory(atPath: first)) == nil ? nil : candidate
    }()

    public static var isPresent: Bool { dataDirectory != nil }

    /// The `.iso` files of a set, sorted by path, for example of `fvc2002_db1_b/mindtct`; empty when it is not there.
    public static func files(inSet set: String) -> [DataFile] {
        allFiles(inSet: set).filter { $0.path.hasSuffix(".iso") }
    }

    /// Every file of a set whatever its extension, sorted by path.
    public static func allFiles(inSet set: String) -> [DataFile] {
        guard let dataDirectory else { return [] }
        let folder = dataDirectory + "/" + set
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return names.sorted().map { name in
            let stem = URL(fileURLWithPath: name).deletingPathExtension().lastPathComponent
            return DataFile(path: folder + "/" + name, stem: stem)
        }
    }

    /// The package's root: two folders above this file's.
    private static let packageRoot = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path
}
