import Foundation
import TamgaInspection
import TamgaTemplates
import TamgaTestSupport
import Testing

@Suite("tamga-template inspect")
struct InspectTests {
    @Test("says what a record is, field by field")
    func text() throws {
        let text = Inspection(name: "a.fmr", bytes: try Samples.iso.encoded()).text(minutiae: true)
        let expected = [
            "a.fmr: ISO/IEC 19794-2:2005 (iso-2005), as its header says", "position            9 left-ring",
            "impression          1 live-scan-rolled", "quality             80", "300 x 400 pixels", "(500 x 500 dpi)",
            "15.2 x 20.3 mm", "3: 1 ending, 1 bifurcation, 1 other; quality 0 to 100", "by quadrants, 1 pair",
            "0-1: 7", "core                (150, 180), angle 64", "delta               (60, 350), angle 10, 90, 200",
        ]
        for words in expected { #expect(text.contains(words), "\(words)") }
    }

    @Test("explains each deviation")
    func deviations() throws {
        let text = Inspection(name: "a", bytes: try Samples.deviating()).text()
        #expect(text.contains("view 1: view-number: " + TemplateDeviation.Kind.viewNumber.meaning))
        #expect(Set(TemplateDeviation.Kind.allCases.map(\.meaning)).count == TemplateDeviation.Kind.allCases.count)
    }

    @Test("names bytes without a header ambiguous, and reads them as stated")
    func cards() throws {
        let inspection = Inspection(name: "card", bytes: Samples.card)
        #expect(inspection.fault?.code == "ambiguous-format")
        #expect(inspection.fault?.candidates == [.iso2005CardNormal, .iso2005CardCompact])
        #expect(inspection.text().contains("reads as iso-2005-card and as iso-2005-card-compact"))
        let stated = Inspection(name: "card", bytes: Samples.card, as: .iso2005CardNormal)
        #expect(stated.record?.views[0].minutiae.count == 3)
        #expect(stated.recognition == .stated)
    }

    @Test("prints one JSON object a line with sorted members")
    func json() throws {
        let line = Inspection(name: "a\"\u{1B}.fmr", bytes: try Samples.iso.encoded()).json(minutiae: true)
        #expect(!line.contains("\n") && !line.contains("\u{1B}"))
        let object = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
        #expect(object["file"] as? String == "a\"\u{1B}.fmr")
        #expect(object["format"] as? String == "iso-2005")
        #expect(object["captureDevice"] as? Int == 7)
        let view = try #require((object["views"] as? [[String: Any]])?.first)
        #expect((view["position"] as? [String: Any])?["name"] as? String == "left-ring")
        let minutiae = try #require(view["minutiae"] as? [[String: Any]])
        #expect(minutiae.count == 3)
        #expect(minutiae[0]["angle"] as? Int == 64 && minutiae[0]["kind"] as? String == "ending")
        #expect((minutiae[0]["at500dpi"] as? [String: Any])?["x"] as? Int == 10)
        #expect(line.hasPrefix("{\"bytes\":"))
        // Members come in the order of their names, at every depth that was looked at.
        let places = ["\"bytes\"", "\"captureDevice\"", "\"deviations\"", "\"file\"", "\"format\"", "\"views\""]
            .compactMap { line.range(of: $0)?.lowerBound }
        #expect(places == places.sorted() && places.count == 6)
    }

    @Test("a refused file is an object with the error's parts")
    func errorObject() throws {
        var bytes = try Samples.iso.encoded()
        bytes[22] = 177
        let line = Inspection(name: "a", bytes: bytes).json()
        let object = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
        let error = try #require(object["error"] as? [String: Any])
        #expect(error["code"] as? String == "out-of-range")
        #expect(error["field"] as? String == "number of finger views")
        #expect(error["offset"] as? Int == 22 && error["value"] as? Int == 177)
        #expect(error["limit"] as? String == "1 to 176")
        #expect(object["views"] == nil)
    }

    @Test("draws every minutia, core and delta, the frame, a scale and the name, safely")
    func svg() throws {
        let drawing = try #require(ViewDrawing(Samples.iso, view: 0, name: "<a&b>\u{1}"))
        let svg = drawing.svg
        func count(_ text: String) -> Int { svg.components(separatedBy: text).count - 1 }
        #expect(count("class=\"minutia ending\"") == 1 && count("class=\"minutia bifurcation\"") == 1)
        #expect(count("class=\"minutia other\"") == 1 && count("class=\"core\"") == 1 && count("class=\"delta\"") == 1)
        #expect(count("class=\"frame\"") == 1 && count("class=\"scale\"") == 1)
        #expect(svg.contains("&lt;a&amp;b&gt;") && svg.contains(" mm</text>"))
        // Quality 20: a quarter, and a fifth of the rest.
        #expect(svg.contains("opacity=\"0.4\""))
        #expect(XMLCheck.isBalanced(svg))
        #expect(ViewDrawing(Samples.iso, view: 1, name: "") == nil)
    }

    @Test("an angle of a quarter turn points up")
    func direction() throws {
        var record = Samples.iso
        record.views[0].minutiae = [RecordMinutia(x: 0, y: 100, angle: 64, kind: .ending, quality: 50)]
        let svg = try #require(ViewDrawing(record, view: 0, name: "x")).svg
        let line = try #require(svg.split(separator: "\n").first { $0.hasPrefix("<line") })
        let numbers = line.split(separator: "\"").compactMap { Double($0) }
        #expect(numbers.count == 4 && numbers[2] == numbers[0] && numbers[3] == numbers[1] - 15)
    }

    @Test(
        "every view of every real record is shown and drawn",
        .enabled(if: TestData.isPresent, Comment(rawValue: TestData.absence)))
    func realData() throws {
        var drawn = 0
        for file in TestData.allFiles(inSet: "fmr_interop") {
            let inspection = Inspection(name: file.name, bytes: try file.bytes())
            #expect(!inspection.text(minutiae: true).isEmpty)
            let json = inspection.json(minutiae: true)
            #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(json.utf8)) }
            guard let record = inspection.record else { continue }
            for index in record.views.indices {
                let drawing = try #require(ViewDrawing(record, view: index, name: file.name))
                #expect(XMLCheck.isBalanced(drawing.svg), "\(file.name)")
                drawn += 1
            }
        }
        #expect(drawn > 90)
    }
}

/// Enough of XML to see that a picture is whole.
enum XMLCheck {
    static func isBalanced(_ text: String) -> Bool {
        var open: [Substring] = []
        for part in text.split(separator: "<").dropFirst(text.hasPrefix("<") ? 0 : 1) {
            guard let end = part.firstIndex(of: ">") else { return false }
            let tag = part[..<end]
            if tag.hasPrefix("/") {
                guard open.popLast() == tag.dropFirst() else { return false }
            } else if !tag.hasSuffix("/") {
                open.append(tag.prefix { $0 != " " })
            }
        }
        return open.isEmpty
    }
}
