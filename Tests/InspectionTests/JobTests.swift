import Foundation
import TamgaInspection
import TamgaTemplates
import TamgaTestSupport
import Testing

@Suite("tamga-template validate, convert, table; hostile files")
struct JobTests {
    @Test("validate says ok, with what deviations, or why not, and whether all were read")
    func validate() throws {
        let folder = try Folder()
        let good = try folder.put("good.fmr", try Samples.iso.encoded())
        let odd = try folder.put("odd.fmr", try Samples.deviating())
        let bad = try folder.put("bad.fmr", Array(try Samples.iso.encoded().dropLast(9)))
        let printed = Printed()
        #expect(printed.run(.validate(isStrict: false), [good, odd]))
        #expect(printed.lines == ["good.fmr: ok", "odd.fmr: ok with deviations: view 1: view-number"])
        #expect(!printed.run(.validate(isStrict: false), [good, bad]))
        #expect(printed.lines.last?.hasPrefix("bad.fmr: truncated: total record length at byte 8") == true)
        #expect(!printed.run(.validate(isStrict: true), [odd]))
        #expect(printed.lines.last == "odd.fmr: refused for deviations: view 1: view-number")
        #expect(!printed.run(.validate(isStrict: true), [odd], json: true))
        let object = try printed.object()
        #expect(object["ok"] as? Bool == false && object["file"] as? String == "odd.fmr")
    }

    @Test("convert writes the other format and says what it does not hold")
    func convert() throws {
        let folder = try Folder()
        let source = try folder.put("a.fmr", try Samples.iso.encoded())
        let printed = Printed()
        let task = TemplateJob.Task.convert(
            to: .iso2005CardCompact, output: .file(folder.path + "/a.card"), force: false, day: "20260131")
        #expect(printed.run(task, [source]))
        let losses = "angles, capture-device, extended-data, image, impression, minutia-quality, position, quality"
        #expect(printed.lines.last?.contains("lost: \(losses)") == true, "\(printed.lines)")
        #expect(try folder.bytes("a.card").count == 9)
        #expect(!printed.run(task, [source]))
        #expect(printed.complaints.last?.hasPrefix("a.fmr: exists:") == true)
    }

    @Test("convert to a transaction gives it the day, and does not to one that has a date")
    func transaction() throws {
        let folder = try Folder()
        let source = try folder.put("a.fmr", try Samples.iso.encoded())
        let printed = Printed()
        func convert(_ path: String, _ day: String, to target: TemplateFormat = .ansiNIST) -> Bool {
            printed.run(
                .convert(to: target, output: .folder(folder.path + "/out"), force: true, day: day), [path], json: true)
        }
        #expect(convert(source, "20260131"))
        #expect(try printed.object()["losses"] as? [String] == ["angles", "capture-device"])
        let first = try TemplateRecord(decoding: try folder.bytes("out/a.an2"))
        #expect(first.transaction.first { $0.number == 5 }?.value == Array("20260131".utf8))
        #expect(convert(folder.path + "/out/a.an2", "20270101"))
        let second = try TemplateRecord(decoding: try folder.bytes("out/a.an2"))
        #expect(second.transaction.first { $0.number == 5 }?.value == Array("20260131".utf8))
    }

    @Test("files of the same name from two folders are both kept")
    func sameNames() throws {
        let (one, two, out) = (try Folder(), try Folder(), try Folder())
        let paths = try [one, two].map { try $0.put("a.fmr", try Samples.iso.encoded()) }
        #expect(Printed().run(
            .convert(to: .iso2011, output: .folder(out.path), force: false, day: ""), paths))
        #expect(try out.names == ["a-2.iso-2011.fmr", "a.iso-2011.fmr"])
    }

    @Test("what the target cannot hold is refused, and nothing is written")
    func impossible() throws {
        let folder = try Folder()
        var record = TemplateRecord(format: .iso2011, views: [Samples.view, Samples.view])
        record.views[1].image.width = 301
        record.views[1].number = 1
        let source = try folder.put("a", try record.encoded())
        let printed = Printed()
        #expect(!printed.run(
            .convert(to: .iso2005, output: .file(folder.path + "/b"), force: false, day: ""), [source], json: true))
        #expect((try printed.object()["error"] as? [String: Any])?["code"] as? String == "out-of-range")
        #expect(try folder.names == ["a"])
    }

    @Test("the table has a row for each file by name, whatever it holds")
    func table() throws {
        let folder = try Folder()
        _ = try folder.put("c.fmr", try Samples.deviating())
        _ = try folder.put("a|b.fmr", try Samples.iso.encoded())
        _ = try folder.put("d.txt", Array("nothing of the kind, really".utf8))
        let printed = Printed()
        #expect(printed.run(.table, [folder.path]))
        #expect(printed.lines[0] == TemplateTable.head)
        #expect(printed.lines[1] == "| a\\|b.fmr | ISO/IEC 19794-2:2005 | left-ring | 3 | as it stands |")
        #expect(
            printed.lines[2] == "| c.fmr | ISO/IEC 19794-2:2005 | left-ring | 3 | with: view 1: view-number |")
        #expect(printed.lines[3].hasPrefix("| d.txt | - | - | - | refused: "))
        #expect(printed.lines.count == 4)
        #expect(TemplateTable.row(name: "c.fmr", bytes: try Samples.deviating()) == printed.lines[2])
    }

    @Test("files too large, missing, or folders are refused, and the rest is done")
    func files() throws {
        let folder = try Folder()
        let large = try folder.put("large", [UInt8](repeating: 0x46, count: 65_537))
        let largest = try folder.put("largest", Array("1.001:".utf8) + [UInt8](repeating: 0x31, count: 16_777_211))
        let good = try folder.put("good", try Samples.iso.encoded())
        let printed = Printed()
        #expect(!printed.run(
            .inspect(minutiae: false, drawings: nil), [large, largest, folder.path, folder.path + "/none", good]))
        #expect(printed.lines.count == 5)
        #expect(printed.lines[0].contains("too-large: record at byte 0 is 65537, allowed: at most 65536 bytes"))
        #expect(printed.lines[1].contains("too-large: record at byte 0 is 16777217"))
        #expect(printed.lines[2].contains("unreadable") && printed.lines[3].contains("unreadable"))
        #expect(printed.lines[4].hasPrefix("good: ISO/IEC"))
        #expect(throws: FileFault.self) { try RecordFile.read(large, as: .iso2005) }
        #expect(try RecordFile.read(large, as: .ansiNIST).count == 65_537)
    }

    @Test("a picture of each view is written")
    func drawings() throws {
        let folder = try Folder()
        let source = try folder.put("a", try Samples.iso.encoded())
        #expect(Printed().run(.inspect(minutiae: false, drawings: folder.path + "/svg"), [source]))
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path + "/svg") == ["a-1.svg"])
    }

    @Test("cut and changed records are shown, drawn and converted or refused", arguments: [UInt64(9)])
    func hostile(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let whole = try Samples.iso.encoded()
        var read = 0
        for _ in 0..<3_000 {
            var bytes = whole
            for _ in 0..<3 {
                bytes[Int.random(in: 12..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
            }
            let inspection = Inspection(name: "x", bytes: bytes)
            _ = inspection.text(minutiae: true) + inspection.json(minutiae: true) + TemplateTable.row(inspection)
            guard let record = inspection.record else { continue }
            read += 1
            #expect(XMLCheck.isBalanced(ViewDrawing(record, view: 0, name: "x")?.svg ?? "<"), "seed \(seed)")
            for format in TemplateFormat.allCases { _ = try? RecordConversion(record, to: format, day: "20260131") }
        }
        #expect(300..<2_700 ~= read)
    }
}
