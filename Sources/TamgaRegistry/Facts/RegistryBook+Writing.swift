extension RegistryBook {
    /// Takes in a fact that is durable.
    public mutating func add(_ entry: FactEntry, _ id: FactID, of person: PersonID?) {
        switch entry.fact {
        case .registered, .presented, .certificate: break
        case .refused(let refusal):
            for claim in refusal.claims {
                refusals[claim, default: []].append(
                    NotedRefusal(id: id, claim: claim, at: entry.at, by: entry.by, person: person))
            }
        case .linked(let change): person.map { link(change.identifier, $0) }
        case .unlinked(let change): person.map { unlink(change.identifier, $0) }
        case .removed(let removal):
            places[entry.tag] = id
            person.map { ban($0, removal, id, entry) }
        case .banLifted(let lifting): person.map { lift(lifting.removal, $0) }
        case .recaptureDue(let recapture):
            places[entry.tag] = id
            open[id] = Due(id: id, tag: entry.tag, person: person, since: entry.at, recapture: recapture)
        case .recaptured(let closing): places[closing.of].map { open[$0] = nil }
        case .alert(let alert):
            guard let person else { break }
            places[entry.tag] = id
            raised[id] = RaisedAlert(
                id: id, tag: entry.tag, person: person, removal: places[alert.removal], at: entry.at, by: entry.by,
                alert: alert, isSeen: false)
        case .alertSeen(let closing): places[closing.of].map { raised[$0]?.isSeen = true }
        case .answered(let answer): answers[answer.key] = GivenAnswer(answer: answer, id: id, person: person)
        }
    }

    /// Forgets everything of a person who was deleted.
    public mutating func remove(_ person: PersonID) {
        for identifier in known.removeValue(forKey: person) ?? [] where holders[identifier] == person {
            holders[identifier] = nil
        }
        banned[person] = nil
        open = open.filter { $0.value.person != person }
        raised = raised.filter { $0.value.person != person }
        answers = answers.filter { $0.value.person != person }
        refusals = refusals.compactMapValues { noted in
            let left = noted.filter { $0.person != person }
            return left.isEmpty ? nil : left
        }
    }

    /// Makes everything of one person another's.
    public mutating func merge(_ gone: PersonID, into staying: PersonID) {
        for identifier in known.removeValue(forKey: gone) ?? [] { link(identifier, staying) }
        if let bans = banned.removeValue(forKey: gone) {
            banned[staying] = ((banned[staying] ?? []) + bans).sorted { $0.id < $1.id }
        }
        open = open.mapValues { $0.person == gone ? $0.moved(to: staying) : $0 }
        raised = raised.mapValues { $0.person == gone ? $0.moved(to: staying) : $0 }
        for (key, answer) in answers where answer.person == gone { answers[key]?.person = staying }
        refusals = refusals.mapValues { noted in
            noted.map { $0.person == gone ? $0.moved(to: staying) : $0 }
        }
    }

    /// Forgets answers whose time is over.
    public mutating func forgetAnswers(before now: Int64) {
        answers = answers.filter { $0.value.answer.until > now }
    }

    private mutating func link(_ identifier: Identifier, _ person: PersonID) {
        if identifier.isUnique { holders[identifier] = person }
        guard !(known[person] ?? []).contains(identifier) else { return }
        known[person, default: []].append(identifier)
    }

    private mutating func unlink(_ identifier: Identifier, _ person: PersonID) {
        if holders[identifier] == person { holders[identifier] = nil }
        known[person]?.removeAll { $0 == identifier }
        if known[person]?.isEmpty ?? false { known[person] = nil }
    }

    private mutating func ban(_ person: PersonID, _ removal: Removal, _ id: FactID, _ entry: FactEntry) {
        guard let term = removal.ban else { return }
        banned[person, default: []].append(
            Ban(id: id, tag: entry.tag, removal: removal, owner: entry.by.agency, term: term))
    }

    private mutating func lift(_ removal: FactTag, _ person: PersonID) {
        banned[person]?.removeAll { $0.tag == removal }
        if banned[person]?.isEmpty ?? false { banned[person] = nil }
    }
}

extension RegistryBook.Due {
    fileprivate func moved(to person: PersonID) -> Self {
        Self(id: id, tag: tag, person: person, since: since, recapture: recapture)
    }
}

extension RegistryBook.RaisedAlert {
    fileprivate func moved(to person: PersonID) -> Self {
        Self(id: id, tag: tag, person: person, removal: removal, at: at, by: by, alert: alert, isSeen: isSeen)
    }
}

extension RegistryBook.NotedRefusal {
    fileprivate func moved(to person: PersonID) -> Self {
        Self(id: id, claim: claim, at: at, by: by, person: person)
    }
}
