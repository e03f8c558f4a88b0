import Foundation
import TamgaInspection
import TamgaTemplates

/// Records made for these tests.
enum Samples {
    static var view: RecordView {
        RecordView(
            position: .leftRing, impression: .liveScanRolled, qualities: [RecordQuality(score: 80)],
            image: StatedImage(width: 300, height: 400, horizontalResolution: 197, verticalResolution: 197),
            minutiae: [
                RecordMinutia(x: 10, y: 20, angle: 64, kind: .ending, quality: 100),
                RecordMinutia(x: 250, y: 300, angle: 0, kind: .bifurcation, quality: 20),
                RecordMinutia(x: 100, y: 200, angle: 32, kind: .other, quality: 0),
            ],
            extendedData: [
                .ridgeCounts(RidgeCounts(method: 1, counts: [RidgeCount(first: 0, second: 1, count: 7)])),
                .coresAndDeltas(
                    CoresAndDeltas(
                        cores: [SingularPoint(x: 150, y: 180, angles: [64])],
                        deltas: [SingularPoint(x: 60, y: 350, angles: [10, 90, 200])])),
            ])
    }

    static var iso: TemplateRecord { TemplateRecord(format: .iso2005, captureDevice: 7, views: [view]) }

    /// Bytes whose first view number is not 0: read with a deviation.
    static func deviating() throws -> [UInt8] {
        var record = iso
        record.views[0].number = 1
        return try record.encoded()
    }

    /// Fifteen bytes: three minutiae of a normal card, five of a compact one.
    static let card: [UInt8] = [0x40, 10, 0, 20, 64, 0x40, 30, 0, 40, 32, 0x40, 50, 0, 60, 1]
}

/// A folder that goes when the test is over.
final class Folder {
    let path: String

    init() throws {
        path = FileManager.default.temporaryDirectory.appendingPathComponent("inspection-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// Writes a file and says its path.
    func put(_ name: String, _ bytes: [UInt8]) throws -> String {
        let place = path + "/" + name
        try Data(bytes).write(to: URL(fileURLWithPath: place))
        return place
    }

    func bytes(_ name: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: URL(fileURLWithPath: path + "/" + name)))
    }

    var names: [String] {
        get throws { try FileManager.default.contentsOfDirectory(atPath: path).sorted() }
    }
}

/// What a job printed.
final class Printed {
    private(set) var lines: [String] = []
    private(set) var complaints: [String] = []

    /// Runs a job and says whether all went well.
    func run(
        _ task: TemplateJob.Task, _ paths: [String], as format: TemplateFormat? = nil, json: Bool = false
    ) -> Bool {
        var job = TemplateJob(
            task, format: format, isJSON: json, say: { [self] in lines.append($0) },
            complain: { [self] in complaints.append($0) })
        return job.run(paths)
    }

    /// The last line as a JSON object.
    func object() throws -> [String: Any] {
        let data = Data((lines.last ?? "").utf8)
        return try JSONSerialization.jsonObject(with: data) as? [String: Any] ?? [:]
    }
}
