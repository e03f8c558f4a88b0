import TamgaHarness
package import TamgaWire

/// How probes are drawn.
package struct ProbeRules: Sendable, Hashable {
    /// Probes of each class.
    package var count = 200
    /// Share of the searches and verifications whose fingers are nobody's.
    package var strangers = 0.25
    /// The false positive identification rate that searches ask for, parts per 10^9: so low that a stranger named is
    /// a fault, and no matter of chance.
    package var targetFPIR: UInt32 = 1_000
    /// Newcomers are registered, with a search and a decision, instead of enrolled without.
    package var registers = false

    package init() {}
}

/// Draws the probe of a number: the same for the same cast, whatever was drawn before.
package struct ProbeDraw: Sendable {
    private let cast: Cast
    private let rules: ProbeRules
    /// Most fingers of a border lookup and of a verification.
    private static let borderFingers = 4
    private static let verifiedFingers = 2
    private static let bulkFingers = 10

    package init(_ cast: Cast, _ rules: ProbeRules) { (self.cast, self.rules) = (cast, rules) }

    /// - Throws: `TemplateError` where a template cannot be encoded.
    package func probe(_ kind: LoadClass, _ number: Int) throws -> Probe {
        var dice = Dice(seed: cast.run, stream: UInt64(number) &* 8 &+ Self.stream(kind))
        let person = dice.next(in: 0...cast.persons - 1)
        let isMated = Double.random(in: 0..<1, using: &dice) >= rules.strangers
        func fingers(_ count: Int) throws -> [FingerRecord] {
            try isMated
                ? cast.mate(person, impression: 1 + number % 1_000, count: count)
                : cast.stranger(number * 8 + Int(Self.stream(kind)), count: count)
        }
        switch kind {
        case .border:
            let count = dice.next(in: 1...min(Self.borderFingers, cast.fingers))
            return search(kind, try fingers(count), isMated ? person : nil)
        case .bulk, .flatOut: return search(kind, try fingers(Self.bulkFingers), isMated ? person : nil)
        case .verification:
            let name = cast.name(person)
            let request = Verify(person: name, fingers: try fingers(min(Self.verifiedFingers, cast.fingers)))
            return Probe(kind, .verify(request), .verification(person: name, isMated: isMated))
        case .enrolment: return newcomer(number, try cast.newcomer(number), wasBrought: false)
        }
    }

    private static func stream(_ kind: LoadClass) -> UInt64 {
        switch kind {
        case .border: 1
        case .bulk, .flatOut: 2
        case .verification: 3
        case .enrolment: 4
        }
    }

    private func search(_ kind: LoadClass, _ fingers: [FingerRecord], _ person: Int?) -> Probe {
        Probe(
            kind, .identify(Identify(fingers: fingers, targetFPIR: rules.targetFPIR)),
            person.map { .mate(cast.name($0), fingers: fingers.count) } ?? .nobody(fingers: fingers.count))
    }

    /// A newcomer's request under a name that nobody had before.
    ///
    /// - Parameter wasBrought: the same fingers came before, under another name.
    package func newcomer(_ number: Int, _ fingers: [FingerRecord], wasBrought: Bool) -> Probe {
        let name = cast.newName(number)
        guard rules.registers else {
            return Probe(
                .enrolment, .enrol(Enrol(person: name, fingers: fingers)),
                .enrolled(person: name, templates: fingers.count))
        }
        let subject = CaptureSubject(
            claims: ["document:UZB:L\(cast.run)N\(number)"], status: WireToken("foreigner"),
            ground: WireToken("residence"), place: "Load test", fingers: fingers, targetFPIR: rules.targetFPIR)
        return Probe(
            .enrolment, .register(Register(key: WireKey(name), subject: subject)),
            wasBrought ? .broughtBefore(fingers: fingers.count) : .newPerson(fingers: fingers.count))
    }
}
