package import TamgaIdentification
import TamgaTemplates
package import TamgaWire

// From the wire's messages to the service's requests.

extension FingerSubmission {
    /// - Throws: `.limitExceeded` for a position that is none: there are gaps within the wire's own limits.
    init(_ finger: FingerRecord, _ index: Int) throws(IdentificationError) {
        var position: FingerPosition?
        if let code = finger.position {
            position = FingerPosition(rawValue: code)
            guard position != nil else {
                throw IdentificationError(
                    .limitExceeded, field: "fingers[\(index)]", "position \(code)", limit: "0 to 10, 20, 21 or 23")
            }
        }
        self.init(position: position, format: finger.format, record: finger.record)
    }

    static func all(_ fingers: [FingerRecord]) throws(IdentificationError) -> [FingerSubmission] {
        var submissions: [FingerSubmission] = []
        for (index, finger) in fingers.enumerated() {
            submissions.append(try FingerSubmission(finger, index))
        }
        return submissions
    }
}

extension EnrolmentRequest {
    init(_ enrol: Enrol, from caller: Caller) throws(IdentificationError) {
        self.init(person: enrol.person, fingers: try FingerSubmission.all(enrol.fingers))
        author = caller.author(nil)
    }
}

extension EncounterRequest {
    package init(_ addition: AddEncounter, from caller: Caller) throws(IdentificationError) {
        self.init(person: addition.person, fingers: try FingerSubmission.all(addition.fingers))
        author = caller.author(nil)
    }
}

extension UpdateRequest {
    package init(_ update: Update, from caller: Caller) throws(IdentificationError) {
        self.init(
            person: update.person, encounter: update.encounter, fingers: try FingerSubmission.all(update.fingers))
        author = caller.author(nil)
    }
}

extension MergeRequest {
    package init(_ merge: Merge) {
        self.init(person: merge.person, other: merge.other)
    }
}

extension IdentificationRequest {
    init(_ identify: Identify) throws(IdentificationError) {
        self.init(
            fingers: try FingerSubmission.all(identify.fingers),
            maximumCandidates: identify.maximumCandidates.map(Int.init),
            maximumRotation: identify.maximumRotation.map(Int.init),
            targetFPIR: identify.targetFPIR.map { Double($0) / 1e9 },
            positions: identify.positions.flatMap(PositionPolicy.init))
    }
}

extension VerificationRequest {
    init(_ verify: Verify) throws(IdentificationError) {
        self.init(
            person: verify.person, fingers: try FingerSubmission.all(verify.fingers),
            maximumRotation: verify.maximumRotation.map(Int.init),
            positions: verify.positions.flatMap(PositionPolicy.init))
    }
}
