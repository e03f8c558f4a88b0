import TamgaIdentification
import TamgaTemplates
import TamgaWire
import Testing

/// Poor templates on the wire: what was let pass is named in the answer, and never keeps the answer from being sent.
@Suite(.timeLimit(.minutes(2))) struct WarningWireTests {
    /// So many views with three flaws each: on a line, one minutia far off, most of them coincident.
    private static func poor(_ views: Int) throws -> FingerRecord {
        let line = (0..<11).map { index in
            Minutia(x: 100, y: Int16(100 + index % 4), angle: UInt8(20 * index), kind: .ending, quality: 60)
        }
        let minutiae = line + [Minutia(x: 1_600, y: 100, angle: 0, kind: .ending, quality: 60)]
        let template = FingerTemplate(position: .rightIndex, width: 2_000, height: 400, minutiae: minutiae)
        return FingerRecord(
            format: RecordFormat.iso19794Part2Year2005,
            record: try ISO19794_2_2005.encode(Array(repeating: template, count: views)))
    }

    @Test func anEnrolmentOfManyFlawsIsAnswered() async throws {
        var parameters = IdentificationParameters()
        parameters.enrolmentQuality = .flag
        try await ServerBed.run(parameters: parameters) { bed in
            let station = try await bed.station()
            for (request, views) in [(UInt64(2), 13), (3, 160)] {
                let enrol = Enrol(person: "p\(views)", fingers: [try Self.poor(views)])
                let answer = try await station.ask(.enrol(enrol), request)
                guard case .enrolled(let enrolled) = answer else { throw Failure("\(answer)") }
                let most = WireLimits.warnings.upperBound
                #expect(enrolled.warnings.count == min(most, 3 * views))
                #expect(enrolled.warnings.prefix(3).map(\.flaw) == ["one-spot", "beyond-a-finger", "coincident"])
                let last = try #require(enrolled.warnings.last)
                #expect((last.flaw == "more") == (3 * views > most))
                if last.flaw == "more" { #expect(last.text.hasPrefix("\(3 * views - most + 1) flaws more")) }
            }
        }
    }

    @Test func aPoorProbeIsFlaggedAndAPoorEnrolmentRefused() async throws {
        try await ServerBed.run { bed in
            let station = try await bed.station()
            let probe = try Self.poor(1)
            let found = try await station.ask(.identify(Identify(fingers: [probe])), 2)
            guard case .identified(let identified) = found else { throw Failure("\(found)") }
            #expect(identified.warnings.count == 3)
            let refused = try await station.ask(.enrol(Enrol(person: "p", fingers: [probe])), 3)
            guard case .error(let error) = refused else { throw Failure("\(refused)") }
            #expect(error.code == .badTemplate && error.field == "finger[0]")
            #expect(error.message.hasPrefix("one-spot"))
        }
    }
}
