import TamgaIdentification
import TamgaRegistry
import TamgaTemplates
import TamgaWire

// Lists: as many entries as were asked for and fit a frame, and whether there are more.

extension ListAnswer {
    /// - Parameters:
    ///   - values: everything after the last entry had before.
    ///   - limit: of entries.
    init<Value>(
        _ values: [Value], atMost limit: UInt16, _ entry: (Value) -> Item
    ) throws(WireError) {
        self = try Self.fitting(values.prefix(Int(limit)).map(entry), hasMore: values.count > Int(limit))
    }
}

extension AlertEntry {
    init(_ raised: RegistryBook.RaisedAlert) {
        self.init(
            fact: FactReference(raised.id), person: raised.person.text, at: UInt64(clamping: raised.at),
            agency: WireToken(raised.by.agency.rawValue), station: raised.by.station,
            removal: FactReference(raised.removal ?? FactID(number: 0, ordinal: 0)), cameAs: raised.alert.person,
            score: thousandths(raised.alert.score), claims: raised.alert.claims.map(\.text), isSeen: raised.isSeen)
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

extension TamgaWire.HistoryEntry {
    init(_ item: TamgaIdentification.HistoryEntry) {
        self.init(
            fact: FactReference(item.id), at: UInt64(clamping: item.entry.at),
            agency: WireToken(item.entry.by.agency.rawValue), station: item.entry.by.station,
            officer: item.entry.by.officer, kind: WireToken(item.entry.fact.kind.rawValue), content: item.content)
    }
}
