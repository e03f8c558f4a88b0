public import TamgaRegistry
public import TamgaTemplates

/// What a certificate of registration says, gathered from a person's history.
public struct CertificateBasis: Hashable, Sendable {
    /// Who registered the person.
    public let agency: Agency
    /// Where, in words; the station's name where nothing else was said.
    public let place: String
    public let ground: RegistrationGround
    public let registeredOn: CalendarDate
    /// Named fingers and palms that are registered, by code.
    public let taken: [FingerPosition]
    /// The others of which the registration says why they were not taken.
    public let notTaken: [MissingFinger]

    /// - Parameter registered: positions in the gallery.
    /// - Throws: `.incomplete` where the person was never registered by the service, the ground is not known, or a
    ///   finger is neither there nor accounted for.
    init(
        _ history: [HistoryEntry], registered: Set<FingerPosition>, offsetMinutes: Int
    ) throws(IdentificationError) {
        guard let (entry, presentation) = Self.registration(history) else {
            throw IdentificationError(
                .incomplete, field: "person", "enrolled directly, without a registration", limit: "a registered person")
        }
        let later = Self.presentations(history)
        guard let ground = presentation.ground ?? later.lazy.compactMap(\.ground).first else {
            throw IdentificationError(
                .incomplete, field: "ground", "the registration names none",
                limit: "register the person again with the ground: who is known is not registered twice")
        }
        let taken = registered.filter(\.isNamed).sorted { $0.rawValue < $1.rawValue }
        var accounted = Set(taken)
        let notTaken = ([presentation] + later).flatMap(\.notTaken).filter {
            accounted.insert($0.position.position).inserted
        }
        if let finger = FingerPosition.fingers.first(where: { !accounted.contains($0) }) {
            throw IdentificationError(
                .incomplete, field: "fingers", "nothing is known of \(finger)",
                limit: "each of the ten taken, or a reason why not: add-encounter, or register again")
        }
        (agency, place) = (entry.by.agency, presentation.place ?? entry.by.station)
        (self.ground, self.taken, self.notTaken) = (ground, taken, notTaken)
        do {
            registeredOn = try CalendarDate(millisecondsSince1970: entry.at, offsetMinutes: offsetMinutes)
        } catch { throw IdentificationError(.storageFailed, "a registration at no time of the calendar") }
    }

    /// What was said when the person came again and was recognised: it makes up for what the registration lacks.
    private static func presentations(_ history: [HistoryEntry]) -> [Presentation] {
        history.compactMap { item in
            guard case .presented(let presentation) = item.entry.fact, presentation.isOfThePerson else { return nil }
            return presentation
        }
    }

    private static func registration(_ history: [HistoryEntry]) -> (FactEntry, Presentation)? {
        for item in history {
            if case .registered(let presentation) = item.entry.fact { return (item.entry, presentation) }
        }
        return nil
    }
}

extension Presentation {
    /// Whether the fingers were those of the person in whose history it stands.
    fileprivate var isOfThePerson: Bool {
        switch verdict {
        case .samePersonSameIdentity, .samePersonOtherIdentity, .knownPerson: true
        case .newPerson, .otherPersonUnderIdentity, .inconclusive: false
        }
    }
}
