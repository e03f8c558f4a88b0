import TamgaIdentification
import TamgaRegistry
import TamgaTemplates
import TamgaWire

// Lists, and what follows after the last entry of each.

extension AlertList {
    init(_ alerts: [RegistryBook.RaisedAlert], atMost limit: UInt16) {
        self.init(items: alerts.prefix(Int(limit)).map(AlertEntry.init), hasMore: alerts.count > Int(limit))
    }
}

extension AlertEntry {
    init(_ raised: RegistryBook.RaisedAlert) {
        self.init(
            fact: FactReference(raised.id), person: raised.person.text, at: UInt64(clamping: raised.at),
            agency: WireToken(raised.by.agency.rawValue), station: raised.by.station,
            removal: FactReference(raised.alert.removal), cameAs: raised.alert.person,
            score: thousandths(raised.alert.score), claims: raised.alert.claims.map(\.text), isSeen: raised.isSeen)
    }
}

extension DueList {
    init(_ due: [RegistryBook.Due], after reference: FactReference?, atMost limit: UInt16) {
        let left = due.filter { item in reference.map { item.id > FactID($0) } ?? true }
        self.init(items: left.prefix(Int(limit)).map(DueEntry.init), hasMore: left.count > Int(limit))
    }
}

extension DueEntry {
    init(_ due: RegistryBook.Due) {
        self.init(
            fact: FactReference(due.id), person: due.person?.text, since: UInt64(clamping: due.since),
            claims: due.recapture.claims.map(\.text),
            notTaken: due.recapture.fingers.map { finger in
                NotTakenFinger(
                    position: finger.position.position.rawValue, reason: WireToken(finger.reason.rawValue))
            },
            place: due.recapture.place)
    }
}

extension HistoryList {
    init(_ history: [TamgaIdentification.HistoryEntry], after reference: FactReference?, atMost limit: UInt16) {
        let left = history.filter { entry in reference.map { entry.id > FactID($0) } ?? true }
        self.init(
            items: left.prefix(Int(limit)).map(TamgaWire.HistoryEntry.init), hasMore: left.count > Int(limit))
    }
}

extension TamgaWire.HistoryEntry {
    init(_ item: TamgaIdentification.HistoryEntry) {
        self.init(
            fact: FactReference(item.id), at: UInt64(clamping: item.entry.at),
            agency: WireToken(item.entry.by.agency.rawValue), station: item.entry.by.station,
            officer: item.entry.by.officer, kind: WireToken(item.entry.fact.kind.rawValue), content: item.content)
    }
}
