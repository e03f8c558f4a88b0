import TamgaLoading
import TamgaSynthesis
import TamgaWire
import Testing

@Suite struct ProbeTests {
    private static let draw = ProbeDraw(Samples.cast, ProbeRules())

    @Test func theSameNumberIsTheSameProbe() throws {
        for kind in LoadClass.arriving {
            #expect(try Self.draw.probe(kind, 3) == Self.draw.probe(kind, 3))
            #expect(try Self.draw.probe(kind, 3) != Self.draw.probe(kind, 4))
        }
    }

    @Test func probesAreWhatTheirClassSays() throws {
        for number in 0..<12 {
            guard case .identify(let border) = try Self.draw.probe(.border, number).request,
                case .identify(let bulk) = try Self.draw.probe(.bulk, number).request,
                case .enrol(let enrol) = try Self.draw.probe(.enrolment, number).request
            else {
                Issue.record("a request of another kind")
                return
            }
            #expect((1...4).contains(border.fingers.count) && border.targetFPIR == 1_000)
            #expect(bulk.fingers.count == 10 && enrol.fingers.count == 10)
            #expect(Set(bulk.fingers.compactMap(\.position)).count == 10)
        }
    }

    /// Fingers of a mate are of the person named, taken another time; those of a stranger are of nobody enrolled.
    @Test func whatIsExpectedIsTrue() throws {
        var rules = ProbeRules()
        rules.strangers = 0.5
        let draw = ProbeDraw(Samples.cast, rules)
        let enrolled = try (0..<6).map { try Samples.cast.enrolment($0) }
        var mates = 0
        for number in 0..<40 {
            let probe = try draw.probe(.border, number)
            guard case .identify(let request) = probe.request else { continue }
            #expect(!enrolled.contains { $0.starts(with: request.fingers) }, "another impression")
            if case .mate(let name, let fingers) = probe.expectation {
                mates += 1
                #expect(fingers == request.fingers.count)
                #expect((0..<6).contains { Samples.cast.name($0) == name })
            }
        }
        #expect((8...32).contains(mates), "about half, by the seed")
    }

    @Test func newcomersHaveNamesOfTheirOwnAndComeAgainUnderOthers() throws {
        let pool = try (0..<2).map { try Self.draw.probe(.enrolment, $0) }
        let pools = ProbePools(Self.draw, pools: [.enrolment: pool])
        let sent = (0..<6).compactMap { _ in pools.probe(.enrolment, draw: 0) }
        var names: Set<String> = []
        for (turn, probe) in sent.enumerated() {
            guard case .enrol(let enrol) = probe.request, case .enrol(let first) = pool[turn % 2].request else { return }
            names.insert(enrol.person)
            #expect(enrol.fingers == first.fingers)
            #expect(probe.expectation == .enrolled(person: enrol.person, templates: 10))
        }
        #expect(names.count == 6)
        #expect(pools.probe(.bulk, draw: 0) == nil)
    }

    @Test func registrationsThatComeAgainAreExpectedTo() throws {
        var rules = ProbeRules()
        rules.registers = true
        let draw = ProbeDraw(Samples.cast, rules)
        let pools = ProbePools(draw, pools: [.enrolment: [try draw.probe(.enrolment, 0)]])
        let (first, second) = (pools.probe(.enrolment, draw: 0), pools.probe(.enrolment, draw: 0))
        #expect(first?.expectation == .newPerson(fingers: 10) && second?.expectation == .broughtBefore(fingers: 10))
        guard case .register(let one)? = first?.request, case .register(let other)? = second?.request else {
            Issue.record("no registrations")
            return
        }
        #expect(one.key != other.key && one.subject.claims != other.subject.claims)
        #expect(one.subject.fingers == other.subject.fingers)
    }

    @Test func anotherRunHasOtherNewcomersAndTheSamePersons() throws {
        let other = Cast(seed: 5, run: 10, persons: 6, fingers: 4, difficulty: .easy)
        #expect(try other.enrolment(2) == Samples.cast.enrolment(2) && other.name(2) == Samples.cast.name(2))
        #expect(try other.newcomer(0) != Samples.cast.newcomer(0) && other.newName(0) != Samples.cast.newName(0))
    }
}
