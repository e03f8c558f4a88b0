import TamgaWire

// MARK: Texts and groups of registration
extension Arbitrary {
    mutating func ascii(_ range: ClosedRange<Int>, of characters: String) -> String {
        let bytes = below(8) == 0 ? range.upperBound : min(range.upperBound, range.lowerBound + below(24))
        let choices = Array(characters)
        return String((0..<bytes).map { _ in choices[below(choices.count)] })
    }

    mutating func token() -> WireToken {
        WireToken(ascii(WireLimits.tokenBytes, of: "abcdefghijklmnopqrstuvwxyz0123456789-"))
    }

    mutating func tokens(_ counts: ClosedRange<Int>) -> [WireToken] { list(counts) { $0.token() } }

    mutating func key() -> WireKey {
        WireKey(ascii(WireLimits.keyBytes, of: "ABCXYZabcxyz0189-_."))
    }

    mutating func remark() -> String { text(WireLimits.remarkBytes) }
    mutating func officer() -> String? { maybe { $0.text(WireLimits.officerBytes) } }
    mutating func identifier() -> String { text(WireLimits.identifierBytes) }
    mutating func claims() -> [String] { list(WireLimits.claims) { $0.identifier() } }
    mutating func date() -> String { ascii(WireLimits.dateBytes, of: "0123456789-") }
    mutating func truth() -> Bool { below(2) == 0 }
    mutating func station() -> String { text(WireLimits.stationNameBytes) }
    mutating func fact() -> FactReference { FactReference(number: integer(), ordinal: integer()) }
    mutating func factAnswer<Value: FactAnswer>() -> Value { Value(fact: fact(), microseconds: integer()) }

    mutating func notTaken() -> [NotTakenFinger] {
        list(WireLimits.notTaken) { NotTakenFinger(position: $0.position(), reason: $0.token()) }
    }

    mutating func subject() -> CaptureSubject {
        CaptureSubject(
            claims: claims(), status: maybe { $0.token() }, ground: maybe { $0.token() }, place: maybe { $0.remark() },
            officer: officer(), fingers: list(WireLimits.presentedFingers) { $0.finger() }, notTaken: notTaken(),
            targetFPIR: maybe { $0.integer(WireLimits.targetFPIR) })
    }

    mutating func assessment() -> Assessment {
        Assessment(
            outcome: token(), verdict: token(), person: maybe { $0.person() },
            identifiers: list(WireLimits.identifiers) { $0.identifier() },
            owners: list(WireLimits.owners) { $0.person() }, doubts: tokens(WireLimits.doubts), swap: integer(),
            next: tokens(WireLimits.steps), captureNext: maybe { $0.position() },
            candidates: list(WireLimits.assessedCandidates) {
                AssessmentCandidate(person: $0.person(), score: $0.integer(), isHit: $0.truth(), swap: $0.integer())
            },
            bans: list(WireLimits.bans) { $0.ban() }, search: maybe { $0.search() }, warnings: warnings(),
            due: maybe { $0.fact() }, alerts: integer(), sequence: maybe { $0.integer() }, isReplay: truth(),
            microseconds: integer(), refusals: list(WireLimits.refusals) { $0.refusal() })
    }

    mutating func refusal() -> EarlierRefusal {
        EarlierRefusal(claim: identifier(), fact: fact(), at: integer(), agency: token(), station: station())
    }

    mutating func ban() -> BanInForce {
        BanInForce(
            person: person(), removal: fact(), kind: token(), ground: remark(), owner: token(), from: date(),
            until: maybe { $0.date() })
    }

    mutating func search() -> SearchSummary {
        SearchSummary(
            searched: integer(), gallery: integer(), notCompared: integer(), snapshot: integer(), matcher: matcher(),
            threshold: integer(), doubtfulThreshold: integer(), targetFPIR: integer(WireLimits.targetFPIR),
            lowestFPIR: integer(WireLimits.estimatedFPIR), highestFPIR: integer(WireLimits.estimatedFPIR))
    }

    mutating func alertEntry() -> AlertEntry {
        AlertEntry(
            fact: fact(), person: person(), at: integer(), agency: token(), station: station(), removal: fact(),
            cameAs: maybe { $0.person() }, score: integer(), claims: claims(), isSeen: truth())
    }

    mutating func dueEntry() -> DueEntry {
        DueEntry(
            fact: fact(), person: maybe { $0.person() }, since: integer(), claims: claims(), notTaken: notTaken(),
            place: maybe { $0.remark() })
    }

    mutating func historyEntry() -> HistoryEntry {
        HistoryEntry(
            fact: fact(), at: integer(), agency: token(), station: station(), officer: officer(), kind: token(),
            content: text(WireLimits.historyBytes))
    }
}

// MARK: Messages of registration
extension Arbitrary {
    /// Those whose kinds' numbers are below that of `stats`, in their order.
    mutating func registrationRequests() -> [Request] {
        [
            .register(Register(key: maybe { $0.key() }, subject: subject())),
            .lookUp(LookUp(subject: subject())),
            .link(
                Link(person: person(), identifier: identifier(), reason: maybe { $0.remark() }, officer: officer())),
            .unlink(Unlink(person: person(), identifier: identifier(), reason: remark(), officer: officer())),
            .refuse(
                Refuse(
                    person: maybe { $0.person() }, claims: claims(), ground: maybe { $0.token() },
                    place: maybe { $0.remark() }, remark: maybe { $0.remark() }, officer: officer())),
            .remove(
                Remove(
                    person: person(), removal: token(), ground: remark(), date: date(),
                    ban: maybe { BanTerm(from: $0.date(), until: $0.maybe { $0.date() }) }, officer: officer())),
            .liftBan(LiftBan(person: person(), removal: fact(), reason: remark(), officer: officer())),
            .alerts(Alerts(after: maybe { $0.fact() }, limit: integer(WireLimits.listed))),
        ]
    }

    /// Those whose kinds' numbers are above that of `stats`, in their order.
    mutating func registryRequests() -> [Request] {
        [
            .due(Due(after: maybe { $0.fact() }, limit: integer(WireLimits.listed))),
            .history(History(person: person(), after: maybe { $0.fact() }, limit: integer(WireLimits.listed))),
            .close(Close(what: token(), fact: fact(), officer: officer())),
            .certificate(IssueCertificate(person: person(), officer: officer())),
        ]
    }

    /// The answers to ``registrationRequests()``.
    mutating func registrationAnswers() -> [Answer] {
        [
            .registered(Registered(assessment: assessment())),
            .lookedUp(LookedUp(assessment: assessment())),
            .linked(factAnswer()),
            .unlinked(factAnswer()),
            .refused(factAnswer()),
            .removed(factAnswer()),
            .banLifted(factAnswer()),
            .alertList(AlertList(items: list(WireLimits.listEntries) { $0.alertEntry() }, hasMore: truth())),
        ]
    }

    /// The answers to ``registryRequests()``.
    mutating func registryAnswers() -> [Answer] {
        [
            .dueList(DueList(items: list(WireLimits.listEntries) { $0.dueEntry() }, hasMore: truth())),
            .historyList(HistoryList(items: list(WireLimits.listEntries) { $0.historyEntry() }, hasMore: truth())),
            .closed(factAnswer()),
            .certified(
                Certified(
                    serial: text(WireLimits.serialBytes), file: bytes(WireLimits.fileBytes), microseconds: integer())),
        ]
    }
}
