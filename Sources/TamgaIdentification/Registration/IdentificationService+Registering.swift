import TamgaGallery
import TamgaRegistry
import TamgaStore
import TamgaTemplates

// On the queue of changes: what is registered does not change between the verdict and the commit.
extension IdentificationService {
    /// Judges a registration by what is registered now, and says what is to be written for it.
    func prepare(
        _ pending: PendingRegistration, _ gallery: Gallery, _ registrar: Registrar
    ) throws(ChangeRefusal) -> PreparedChange {
        if let known = try ChangeRefusal.failing({ () throws(IdentificationError) in
            try known(pending.key, registrar)
        }) {
            throw .answered(known.answer, number: known.number)
        }
        let change = try ChangeRefusal.failing { () throws(IdentificationError) in
            guard let judgement = try judge(pending, gallery, registrar) else { return nil as PreparedChange? }
            return try prepared(pending, judgement, gallery, registrar)
        }
        guard let change else { throw .stale }
        return change
    }

    private func prepared(
        _ pending: PendingRegistration, _ judgement: Judgement, _ gallery: Gallery, _ registrar: Registrar
    ) throws(IdentificationError) -> PreparedChange {
        var work = RegistrationWork(pending, judgement)
        let isNew = judgement.decision.mayRegister && !pending.enrollable.isEmpty
        let watch = try pending.presented.map { presented throws(IdentificationError) in
            try settled(presented.enrollee.watch, presented.probe, registrar)
        }
        if var watch {
            watch.add(recognised: judgement.recognised)
            work.add(alerts: alerts(watch, registrar, as: isNew ? pending.number : nil, claims: pending.request.claims))
        }
        if isNew {
            work.register(closing: registrar.read { $0.due })
        } else if pending.presented == nil {
            work.defer()
        } else {
            work.note()
        }
        return try finish(work, isNew ? pending.presented?.enrollee : nil, gallery)
    }

    /// From facts to a change, with the answer among them where the station gave a key.
    private func finish(
        _ work: RegistrationWork, _ enrollee: Enrollee?, _ gallery: Gallery
    ) throws(IdentificationError) -> PreparedChange {
        let request = work.pending.request
        var facts: [PreparedFact] = []
        for (person, fact) in work.facts {
            facts.append(PreparedFact(person: person, entry: try entry(fact, by: request.author)))
        }
        if let key = work.pending.key {
            let text = String(decoding: try FactCodec.write(work.assessment.kept), as: UTF8.self)
            let answer = KeptAnswer(
                key: key.key, request: key.digest,
                until: clock.millisecondsSince1970() + Int64(parameters.answersKeptSeconds) * 1_000, answer: text)
            facts.append(PreparedFact(person: work.concerned, entry: try entry(.answered(answer), by: request.author)))
        }
        guard let enrollee else { return PreparedChange(facts: facts, assessment: work.assessment) }
        var change = try prepareEnrolment(enrollee, gallery)
        change.facts = facts
        change.assessment = work.assessment
        return change
    }
}

extension Assessment {
    /// What is kept of an answer: all but the bans, which are those in force when it is given again.
    fileprivate var kept: Assessment {
        var kept = self
        kept.bans = []
        return kept
    }
}

extension PendingRegistration {
    /// The records that would be registered.
    var enrollable: [StoredRecord] { presented?.enrollee.records ?? [] }
}
