import TamgaRegistry
import TamgaTemplates

extension RegistrationRequest {
    /// Refuses what the request says where it cannot be.
    func check() throws(IdentificationError) {
        try FingerIntake.check(claims.count, "claims", within: 0...RegistryLimits.claims)
        guard Set(claims).count == claims.count else {
            throw IdentificationError(.invalid, field: "claims", "one is there twice", limit: "each once")
        }
        guard claims.count(where: { $0.kind == .iin }) <= 1 else {
            throw IdentificationError(.invalid, field: "claims", "several IINs", limit: "one IIN")
        }
        try checkNotTaken()
        if fingers.isEmpty { try checkAllNotTaken() }
        do throws(FieldError) {
            if let place { _ = try PlainText(place, field: "place") }
            if let officer = author.officer {
                _ = try PlainText(officer, field: "officer", atMost: RegistryLimits.nameBytes)
            }
        } catch { throw IdentificationError(error) }
    }

    /// The same with what people wrote as it is kept: composed, without blanks at the ends or in a row. For requests
    /// that were checked.
    var tidied: RegistrationRequest {
        var request = self
        if let place, let text = try? PlainText(place, field: "place") { request.place = text.text }
        if let officer = author.officer,
            let text = try? PlainText(officer, field: "officer", atMost: RegistryLimits.nameBytes)
        {
            request.author = Author(agency: author.agency, station: author.station, officer: text.text)
        }
        return request
    }

    private func checkNotTaken() throws(IdentificationError) {
        let positions = notTaken.map(\.position.position)
        guard positions.allSatisfy(\.isNamed) else {
            throw IdentificationError(
                .invalid, field: "notTaken", "a finger without a name", limit: "right-thumb to left-little, or a palm")
        }
        guard Set(positions).count == positions.count else {
            throw IdentificationError(.invalid, field: "notTaken", "a finger is there twice", limit: "each once")
        }
        guard !fingers.contains(where: { $0.position.map(positions.contains) ?? false }) else {
            throw IdentificationError(
                .invalid, field: "notTaken", "a finger that was taken is there as well", limit: "one of both")
        }
    }

    private func checkAllNotTaken() throws(IdentificationError) {
        guard Set(FingerPosition.fingers).isSubset(of: Set(notTaken.map(\.position.position))) else {
            throw IdentificationError(
                .invalid, field: "fingers", "there are none, and not all ten are said to be missing",
                limit: "1 record or more, or a reason for each of the ten")
        }
    }
}
