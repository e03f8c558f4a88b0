import TamgaTemplates
import TamgaTestSupport
import Testing

/// The same finger written by one encoder in two formats must be read as the same minutiae.
@Suite(
    "The same finger in two formats",
    .enabled(if: TestData.isPresent, Comment(rawValue: TestData.absence)))
struct InteropPairTests {
    private func templates(_ prefix: String) throws -> [(name: String, templates: [FingerTemplate])] {
        try TestData.allFiles(inSet: "fmr_interop").filter { $0.name.hasPrefix(prefix) }.map { file in
            (file.name, try TemplateRecord(decoding: file.bytes()).templates())
        }
    }

    /// Equal but for the coarser step of one format's angles: ISO/IEC 19794-2 has 256 in a turn, INCITS 378 has 180.
    private func isSame(_ one: FingerTemplate, _ other: FingerTemplate, steps: Int) -> Bool {
        turned(one, other, steps: steps) == 0
    }

    /// Minutiae whose angles differ by more; nil where anything else differs.
    private func turned(_ one: FingerTemplate, _ other: FingerTemplate, steps: Int) -> Int? {
        guard one.minutiae.count == other.minutiae.count, (one.width, one.height) == (other.width, other.height),
            zip(one.minutiae, other.minutiae).allSatisfy({ a, b in
                (a.x, a.y, a.kind, a.quality) == (b.x, b.y, b.kind, b.quality)
            })
        else { return nil }
        return zip(one.minutiae, other.minutiae).count { a, b in
            abs(Int(Int8(truncatingIfNeeded: Int(a.angle) - Int(b.angle)))) > steps
        }
    }

    @Test("MOSIP: each ISO record has an ANSI record with the same minutiae, and the other way round")
    func mosip() throws {
        let ansi = try templates("mosip_registration-client__AnsiTemplate")
        let iso = try templates("mosip_registration-client__ISOTemplate")
        #expect((ansi.count, iso.count) == (24, 23))
        for record in iso {
            let same = ansi.filter { isSame($0.templates[0], record.templates[0], steps: 1) }
            #expect(!same.isEmpty, "\(record.name) has no equal among the ANSI records")
        }
        // One of them has its equal among the records of another project.
        let all = try templates("mosip_id-authentication__text_449a786c") + iso
        for record in ansi {
            let same = all.filter { isSame($0.templates[0], record.templates[0], steps: 1) }
            #expect(!same.isEmpty, "\(record.name) has no equal among the ISO records")
        }
    }

    @Test("the sample of the standards in five editions")
    func sample() throws {
        let iso2005 = try templates("robertvazan_fingerprintio-java__iso19794p2v2005-sample.dat")
        let iso2011 = try templates("robertvazan_fingerprintio-java__iso19794p2v2011-sample.dat")
        let incits2004 = try templates("usnistgov_biomdi__Appendix-B2")
        for view in 0...1 {
            #expect(isSame(iso2005[0].templates[view], iso2011[0].templates[view], steps: 0))
            #expect(isSame(incits2004[0].templates[view], iso2005[0].templates[view], steps: 1))
        }
        // The later samples of INCITS cut angles off instead of rounding them, and three of them are other angles.
        let incits2009 = try templates("usnistgov_libbiomeval__fmr.ansi2007")
            + templates("robertvazan_fingerprintio-java__ansi378v2009")
        #expect(incits2009.count == 3)
        for record in incits2009 {
            #expect(turned(record.templates[0], iso2005[0].templates[0], steps: 2) == 3, "\(record.name)")
            #expect(turned(record.templates[1], iso2005[0].templates[1], steps: 2) == 0, "\(record.name)")
        }
    }

    @Test("Mantra: 2005 and 2011")
    func mantra() throws {
        let records = try templates("mantra_iso20")
        #expect(records.count == 2)
        #expect(isSame(records[0].templates[0], records[1].templates[0], steps: 0))
    }
}
