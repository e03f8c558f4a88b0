import TamgaCrypto
import TamgaGallery
import TamgaRegistry
import TamgaStore
import TamgaTemplates

// On the queue of changes: what is registered does not change between the judgement and the commit.
extension IdentificationService {
    /// Holds a change against what is registered.
    ///
    /// - Throws: why it cannot be made; nothing is changed then.
    func prepare(_ change: PendingChange) throws(ChangeRefusal) -> PreparedChange {
        let (gallery, registrar) = try ChangeRefusal.failing { () throws(IdentificationError) in
            (try self.gallery(), try self.registrar())
        }
        if case .register(let registration) = change { return try prepare(registration, gallery, registrar) }
        return try ChangeRefusal.failing { () throws(IdentificationError) in
            try prepare(change, gallery, registrar)
        }
    }

    private func prepare(
        _ change: PendingChange, _ gallery: Gallery, _ registrar: Registrar
    ) throws(IdentificationError) -> PreparedChange {
        switch change {
        case .enrol(let enrollee):
            try watched(enrollee, try prepareEnrolment(enrollee, gallery), registrar)
        case .addEncounter(let enrollee):
            try watched(enrollee, try prepareEncounter(enrollee, gallery), registrar)
        case .update(let encounter, let enrollee):
            try watched(enrollee, try prepareUpdate(encounter, enrollee, gallery), registrar)
        case .delete(let person): try prepareDeletion(person, gallery, registrar)
        case .merge(let person, let staying): try prepareMerge(person, into: staying, gallery, registrar)
        case .record(let event): try prepare(event, gallery, registrar)
        case .register: throw .notReady
        }
    }

    /// Fingers of somebody banned that come in under another name raise alerts, in the same transaction.
    private func watched(
        _ enrollee: Enrollee, _ change: PreparedChange, _ registrar: Registrar
    ) throws(IdentificationError) -> PreparedChange {
        let watch = try settled(enrollee.watch, enrollee.probe, registrar)
        let alerts = alerts(watch, registrar, as: enrollee.person).prefix(IdentificationLimits.alertsAtOnce)
        var change = change
        for (person, fact) in alerts {
            change.facts.append(PreparedFact(person: person, entry: try entry(fact, by: enrollee.author)))
        }
        return change
    }

    func prepareEnrolment(
        _ enrollee: Enrollee, _ gallery: Gallery
    ) throws(IdentificationError) -> PreparedChange {
        guard !gallery.contains(enrollee.person) else { throw .personExists }
        return try prepared(
            .enrol(enrollee.person, content(enrollee)), [], enrollee.person, enrollee.references, gallery)
    }

    private func prepareEncounter(
        _ enrollee: Enrollee, _ gallery: Gallery
    ) throws(IdentificationError) -> PreparedChange {
        let known = try known(enrollee.person, "person", gallery)
        return try prepared(
            .addEncounter(enrollee.person, content(enrollee)), [known], enrollee.person,
            known.references + enrollee.references, gallery)
    }

    /// Described anew from the store, since the gallery does not know which template is of which encounter.
    private func prepareUpdate(
        _ encounter: UInt64, _ enrollee: Enrollee, _ gallery: Gallery
    ) throws(IdentificationError) -> PreparedChange {
        let stored = try IdentificationError.storing { () throws(StoreError) in try store.read(enrollee.person) }
        guard let stored else { throw .personUnknown }
        guard stored.encounters.contains(where: { $0.number == encounter }) else { throw .encounterUnknown }
        let references = try Self.references(of: stored.replacing(encounter, with: enrollee.records))
        return try prepared(
            .update(enrollee.person, encounter: encounter, enrollee.records),
            [try known(enrollee.person, "person", gallery)], enrollee.person, references, gallery)
    }

    private func prepareDeletion(
        _ person: PersonID, _ gallery: Gallery, _ registrar: Registrar
    ) throws(IdentificationError) -> PreparedChange {
        let known = try known(person, "person", gallery)
        // With the person the ban would go, and at the border nobody would know of it.
        let today = today()
        if let ban = registrar.read({ $0.bans(of: person) }).first(where: { !$0.term.isOver(on: today) }) {
            throw IdentificationError(
                .invalid, field: "person",
                "it has an entry ban (\(ban.id.number).\(ban.id.ordinal), of \(ban.owner.rawValue))",
                limit: "a person without one: its owner lifts it first")
        }
        let salt: [UInt8]
        do { salt = try randomBytes(StoreLimits.saltBytes) } catch {
            throw IdentificationError(.storageFailed, "no salt for the receipt: \(error)")
        }
        let order = DeletionOrder(deletedAt: clock.millisecondsSince1970(), salt: salt)
        return PreparedChange(
            store: .delete(person, order), gone: [person], coming: nil, references: known.references.count)
    }

    private func prepareMerge(
        _ person: PersonID, into staying: PersonID, _ gallery: Gallery, _ registrar: Registrar
    ) throws(IdentificationError) -> PreparedChange {
        let (gone, known) = (try known(person, "other", gallery), try known(staying, "person", gallery))
        let names = try MergedIdentifiers(person, into: staying, registrar.read { $0 })
        var change = try prepared(
            .merge(person, into: staying), [gone, known], staying, known.references + gone.references, gallery)
        for fact in names.facts {
            change.facts.append(PreparedFact(person: staying, entry: try entry(fact, by: .direct)))
        }
        return change
    }

    private func known(
        _ person: PersonID, _ field: String, _ gallery: Gallery
    ) throws(IdentificationError) -> GalleryPerson {
        guard let known = gallery.find(person)?.person else {
            throw IdentificationError(.personUnknown, field: field, "no such person is registered")
        }
        return known
    }

    /// Checks what the person will be.
    ///
    /// - Parameter gone: who leaves the gallery for it.
    private func prepared(
        _ change: StoreChange, _ gone: [GalleryPerson], _ person: PersonID, _ references: [GalleryReference],
        _ gallery: Gallery
    ) throws(IdentificationError) -> PreparedChange {
        let palms = references.count { $0.position.isPalm }
        try FingerIntake.check(
            references.count - palms, "fingers", within: 0...IdentificationLimits.viewsPerPerson,
            unit: " views of one person")
        try FingerIntake.check(
            palms, "fingers", within: 0...IdentificationLimits.palmTemplatesPerPerson,
            unit: " templates of one person's palms")
        // What moves within the gallery or becomes less is no reason to refuse.
        let before = gone.reduce(0) { $0 + Footprint.bytes(of: $1.references, $1.person) }
        let growth = Footprint.bytes(of: references, person) - before
        if growth > 0 { try memory.admit(growth) { gallery.footprint.total } }
        return PreparedChange(
            store: change, gone: gone.map(\.person), coming: (person, references), references: references.count)
    }

    private func content(_ enrollee: Enrollee) -> EncounterContent {
        EncounterContent(takenAt: clock.millisecondsSince1970(), records: enrollee.records)
    }
}

extension PersonRecord {
    /// The person with other records in the place of those of an encounter.
    fileprivate func replacing(_ encounter: UInt64, with records: [StoredRecord]) -> PersonRecord {
        let encounters = encounters.map { known in
            guard known.number == encounter else { return known }
            return EncounterRecord(
                number: known.number, changed: known.changed,
                content: EncounterContent(takenAt: known.takenAt, records: records))
        }
        return PersonRecord(person: person, encounters: encounters, sequence: sequence)
    }
}
