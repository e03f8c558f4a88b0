import TamgaRegistry

extension RegistryRequest {
    /// Refuses words that cannot be: what people wrote is checked here as it is in a registration.
    func check() throws(IdentificationError) {
        do throws(FieldError) {
            if let officer = author.officer {
                _ = try PlainText(officer, field: "officer", atMost: RegistryLimits.nameBytes)
            }
            for (word, field) in words { _ = try PlainText(word, field: field) }
        } catch { throw IdentificationError(error) }
    }

    /// What people wrote, by the names of its fields.
    private var words: [(String, String)] {
        switch event {
        case .link(_, let reason): reason.map { [($0, "reason")] } ?? []
        case .unlink(_, let reason), .liftBan(_, let reason): [(reason, "reason")]
        case .refusal(let refusal):
            [(refusal.place, "place"), (refusal.remark, "remark")].compactMap { word, field in
                word.map { ($0, field) }
            }
        case .removal(let removal): [(removal.ground, "ground")]
        case .alertSeen, .recaptured, .certificate: []
        }
    }
}
