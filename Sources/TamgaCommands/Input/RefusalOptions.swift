internal import TamgaRegistry
package import TamgaWire

/// What the command line says of somebody who would not give fingers.
package struct RefusalOptions: Sendable {
    package var person: String?
    package var claims: [String]
    package var ground: String?
    package var place: String?
    package var remark: String?
    package var officer: String?

    package init(
        person: String? = nil, claims: [String] = [], ground: String? = nil, place: String? = nil,
        remark: String? = nil, officer: String? = nil
    ) {
        (self.person, self.claims, self.ground) = (person, claims, ground)
        (self.place, self.remark, self.officer) = (place, remark, officer)
    }

    /// - Throws: ``CommandError`` of status `usage` naming the option; a refusal of nobody cannot be found again.
    package var request: Refuse {
        get throws(CommandError) {
            guard person != nil || !claims.isEmpty else {
                throw .usage("say who refused", field: "--claim", limit: "--person, or --claim once or several times")
            }
            return Refuse(
                person: try person.map { text throws(CommandError) in try OptionValue.person(text) },
                claims: try OptionValue.claims(claims),
                ground: try OptionValue.token(ground, "--ground", of: RegistrationGround.self),
                place: try OptionValue.text(place, "--place"), remark: try OptionValue.text(remark, "--remark"),
                officer: try OptionValue.officer(officer))
        }
    }
}
