import TamgaIdentification
import TamgaRegistry
import TamgaTemplates
import TamgaWire

// From the wire's words to the register's values: what is not one of a vocabulary is refused, with the vocabulary.

extension RegistrationRequest {
    /// - Throws: `.invalid` naming the field, its value's place and what is allowed.
    init(
        _ subject: CaptureSubject, key: String? = nil, from caller: Caller
    ) throws(IdentificationError) {
        self.init(
            author: caller.author(subject.officer), key: key, claims: try Identifier.all(subject.claims),
            status: try LegalStatus(wire: subject.status, "status"),
            ground: try RegistrationGround(wire: subject.ground, "ground"), place: subject.place,
            fingers: try FingerSubmission.all(subject.fingers), notTaken: try MissingFinger.all(subject.notTaken),
            targetFPIR: subject.targetFPIR.map { Double($0) / 1e9 })
    }
}

extension Caller {
    /// Who does what is asked: the station by its certificate, the officer as the station says.
    func author(_ officer: String?) -> Author { Author(agency: agency, station: station, officer: officer) }
}

extension Identifier {
    init(wire text: String, _ field: String) throws(IdentificationError) {
        do { try self.init(text, field: field) } catch {
            throw IdentificationError(.invalid, field: error.field, error.message, limit: error.allowed)
        }
    }

    static func all(_ claims: [String]) throws(IdentificationError) -> [Identifier] {
        var identifiers: [Identifier] = []
        for (index, claim) in claims.enumerated() { identifiers.append(try Identifier(wire: claim, "claim[\(index)]")) }
        return identifiers
    }
}

extension MissingFinger {
    static func all(_ fingers: [NotTakenFinger]) throws(IdentificationError) -> [MissingFinger] {
        var missing: [MissingFinger] = []
        for (index, finger) in fingers.enumerated() {
            let field = "not-taken[\(index)]"
            guard let position = FingerPosition(rawValue: finger.position), position.isNamed else {
                throw IdentificationError(
                    .invalid, field: "\(field).position", "position \(finger.position)", limit: "1 to 10, 21 or 23")
            }
            let reason = try MissingReason(wire: finger.reason, "\(field).reason")
            missing.append(MissingFinger(position: FingerCode(position), reason: reason))
        }
        return missing
    }
}

extension RawRepresentable<String> where Self: CaseIterable {
    /// - Throws: `.invalid` with all that is allowed.
    init(wire token: WireToken, _ field: String) throws(IdentificationError) {
        guard let value = Self(rawValue: token.text) else {
            throw IdentificationError(
                .invalid, field: field, "an unknown word", limit: Self.allCases.map(\.rawValue).joined(separator: ", "))
        }
        self = value
    }

    /// Nil for none.
    init?(wire token: WireToken?, _ field: String) throws(IdentificationError) {
        guard let token else { return nil }
        self = try Self(wire: token, field)
    }
}

extension CalendarDate {
    init(wire text: String, _ field: String) throws(IdentificationError) {
        do { try self.init(text) } catch {
            throw IdentificationError(.invalid, field: field, error.description, limit: "a date such as 2024-02-29")
        }
    }
}

extension FactID {
    init(_ reference: FactReference) { self.init(number: reference.number, ordinal: Int(reference.ordinal)) }
}

extension FactReference {
    init(_ id: FactID) { self.init(number: id.number, ordinal: UInt16(clamping: id.ordinal)) }
}
