internal import TamgaRegistry
package import TamgaTemplates
package import TamgaWire

/// What the command line says of somebody before an officer.
package struct SubjectOptions: Sendable {
    package var claims: [String]
    package var notTaken: [String]
    package var status: String?
    package var ground: String?
    package var place: String?
    package var officer: String?
    package var fpir: String?

    package init(
        claims: [String] = [], notTaken: [String] = [], status: String? = nil, ground: String? = nil,
        place: String? = nil, officer: String? = nil, fpir: String? = nil
    ) {
        (self.claims, self.notTaken, self.status, self.ground) = (claims, notTaken, status, ground)
        (self.place, self.officer, self.fpir) = (place, officer, fpir)
    }

    /// What is sent, with the records read from their files.
    ///
    /// - Parameter format: what the records are; nil: as they say themselves.
    /// - Throws: ``CommandError`` of status `usage` naming the option.
    package func subject(
        fingers: [FingerOption], format: TemplateFormat? = nil
    ) throws(CommandError) -> CaptureSubject {
        let missing = try missing(beside: fingers)
        return CaptureSubject(
            claims: try OptionValue.claims(claims),
            status: try OptionValue.token(status, "--status", of: LegalStatus.self),
            ground: try OptionValue.token(ground, "--ground", of: RegistrationGround.self),
            place: try OptionValue.text(place, "--place"), officer: try OptionValue.officer(officer),
            fingers: fingers.isEmpty ? [] : try RecordFile.read(fingers, format: format),
            notTaken: missing.map { NotTakenFinger(position: $0.position.rawValue, reason: WireToken($0.reason)) },
            targetFPIR: try SearchOptions(fpir: fpir).targetFPIR)
    }

    /// Each finger is taken or it is not; without any finger each of the ten needs a reason.
    private func missing(beside fingers: [FingerOption]) throws(CommandError) -> [NotTakenOption] {
        var missing: [NotTakenOption] = []
        for text in notTaken { missing.append(try NotTakenOption(text)) }
        let positions = Set(missing.map(\.position))
        guard positions.count == missing.count else {
            throw .usage("a finger is there twice", field: NotTakenOption.option, limit: "each once")
        }
        if let both = fingers.compactMap(\.position).first(where: positions.contains) {
            throw .usage(
                "\(both.name) is given by --finger as well", field: NotTakenOption.option, limit: "one of both")
        }
        guard !fingers.isEmpty || positions.isSuperset(of: FingerPosition.fingers) else {
            throw .usage(
                "no finger is given, and not all ten are said to be missing", field: "--finger",
                limit: "at least one POSITION=FILE, or --not-taken POSITION=REASON for each of the ten")
        }
        return missing
    }
}
