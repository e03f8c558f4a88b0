package import TamgaIdentification
import TamgaTemplates
package import TamgaWire

// From the service's answers to the wire's messages.

extension Enrolled {
    init(_ enrolment: Enrolment) {
        self.init(
            person: enrolment.person, sequence: enrolment.sequence, snapshot: enrolment.snapshot,
            references: UInt32(clamping: enrolment.references), microseconds: enrolment.microseconds,
            warnings: enrolment.warnings.wire)
    }
}

extension IntakeAnswer {
    /// The answer to an addition or an update.
    package init(_ change: PersonChange) {
        self.init(
            person: change.person, sequence: change.sequence, snapshot: change.snapshot,
            references: UInt32(clamping: change.references), microseconds: change.microseconds,
            warnings: change.warnings.wire)
    }
}

extension Merged {
    package init(_ change: PersonChange) {
        self.init(
            person: change.person, sequence: change.sequence, snapshot: change.snapshot,
            references: UInt32(clamping: change.references), microseconds: change.microseconds)
    }
}

extension Identified {
    init(_ identification: Identification) {
        self.init(
            candidates: identification.candidates.map(Candidate.init),
            searched: UInt64(clamping: identification.searched), gallery: UInt64(clamping: identification.gallery),
            snapshot: identification.snapshot, matcher: identification.matcher,
            microseconds: identification.microseconds, rotation: UInt8(clamping: identification.rotation),
            decision: SearchDecision(identification), warnings: identification.warnings.wire,
            fencedPersons: identification.fencedPersons == 0 ? nil : UInt64(clamping: identification.fencedPersons))
    }
}

extension Candidate {
    init(_ person: RankedPerson) {
        self.init(
            person: person.person, rank: UInt16(clamping: person.rank), score: thousandths(person.score),
            fingers: person.fingers.map(FingerScore.init), isHit: person.isHit, swap: person.swap.rawValue)
    }
}

extension SearchDecision {
    init(_ identification: Identification) {
        let decision = identification.decision
        self.init(
            threshold: thousandths(decision.threshold), targetFPIR: partsPerBillion(decision.targetFPIR),
            lowestFPIR: partsPerBillion(decision.lowestFPIR), highestFPIR: partsPerBillion(decision.highestFPIR),
            persons: UInt64(clamping: decision.persons), look: decision.look.rawValue)
    }
}

extension FingerScore {
    init(_ comparison: FingerComparison) {
        self.init(
            position: comparison.position.rawValue, referencePosition: comparison.referencePosition.rawValue,
            score: thousandths(comparison.score))
    }
}

extension Verified {
    init(_ verification: Verification) {
        self.init(
            person: verification.person, score: thousandths(verification.score),
            fingers: verification.fingers.map(FingerScore.init), compared: UInt64(clamping: verification.compared),
            snapshot: verification.snapshot, matcher: verification.matcher, microseconds: verification.microseconds,
            rotation: UInt8(clamping: verification.rotation), swap: verification.swap.rawValue,
            warnings: verification.warnings.wire)
    }
}

extension [TamgaIdentification.TemplateWarning] {
    /// As many as an answer holds; the last says how many there are beyond that.
    fileprivate var wire: [TamgaWire.TemplateWarning] {
        let room = WireLimits.warnings.upperBound
        let listed = prefix(count > room ? room - 1 : room).map {
            TamgaWire.TemplateWarning(
                finger: UInt16(clamping: $0.submission), view: UInt16(clamping: $0.view), flaw: $0.flaw.kind.rawValue,
                text: "\($0.flaw.value), allowed: \($0.flaw.limit)")
        }
        guard count > room else { return listed }
        let next = self[listed.count]
        return listed + [
            TamgaWire.TemplateWarning(
                finger: UInt16(clamping: next.submission), view: UInt16(clamping: next.view), flaw: "more",
                text: "\(count - listed.count) flaws more, the first of them here")
        ]
    }
}

extension Person {
    package init(_ person: RegisteredPerson) {
        self.init(
            person: person.person, enrolledAt: UInt64(clamping: person.enrolledAt), sequence: person.sequence,
            fingers: person.fingers.map(EnrolledFinger.init), encounters: person.encounters.map(Encounter.init))
    }
}

extension EnrolledFinger {
    init(_ finger: RegisteredFinger) {
        self.init(
            position: finger.position.rawValue, format: finger.format, quality: finger.quality,
            minutiae: UInt16(clamping: finger.minutiae), record: finger.record, encounter: finger.encounter)
    }
}

extension Encounter {
    init(_ encounter: RegisteredEncounter) {
        self.init(number: encounter.number, takenAt: UInt64(clamping: encounter.takenAt), changed: encounter.changed)
    }
}

extension Deleted {
    package init(_ deletion: Deletion) {
        self.init(
            person: deletion.person, sequence: deletion.sequence, references: UInt32(clamping: deletion.references),
            receipt: TamgaWire.DeletionReceipt(deletion.receipt))
    }
}

extension TamgaWire.DeletionReceipt {
    init(_ receipt: TamgaIdentification.DeletionReceipt) {
        self.init(
            deletedAt: UInt64(clamping: receipt.deletedAt), salt: receipt.salt, content: receipt.content,
            digest: receipt.digest, chain: receipt.chain)
    }
}

/// A share as the wire has it: parts per 10^9, to the nearest.
package func partsPerBillion(_ share: Double) -> UInt32 {
    UInt32((max(0, min(1, share)) * 1e9).rounded())
}

/// A score as the wire has it: thousandths, to the nearest, kept within 32 bits; 0 for what is no number.
package func thousandths(_ score: Float) -> Int32 {
    let value = (Double(score) * 1_000).rounded()
    guard !value.isNaN else { return 0 }
    return Int32(max(Double(Int32.min), min(Double(Int32.max), value)))
}
