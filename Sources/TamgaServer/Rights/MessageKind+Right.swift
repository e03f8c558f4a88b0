package import TamgaRegistry
package import TamgaWire

extension MessageKind {
    /// The one mapping from requests to the right each needs; nil for hello, ping and cancel, which need none, and for
    /// answers, which are no requests and are refused as such.
    ///
    /// Without a default: who adds a kind has to say who may ask it.
    package var requiredRight: Right? {
        switch self {
        case .hello, .ping, .cancel: nil
        case .enrol, .addEncounter: .enrol
        case .update: .update
        case .identify: .lookUp
        case .verify: .verify
        case .read: .read
        case .delete: .delete
        case .merge: .merge
        case .stats: .statistics
        case .register: .enrol
        case .lookUp: .lookUp
        case .link: .link
        case .unlink: .unlink
        // Who takes fingers meets those who refuse.
        case .refuse: .enrol
        case .remove, .liftBan: .recordRemoval
        case .alerts: .readAlerts
        case .due: .readDue
        // Alerts and what is due are closed by those who may read them: see `Opened`.
        case .close: .lookUp
        case .history: .readAudit
        case .certificate: .issueCertificate
        case .welcome, .pong, .cancelled, .enrolled, .identified, .verified, .person, .deleted, .encounterAdded,
            .updated, .merged, .statistics, .registered, .lookedUp, .linked, .unlinked, .refused, .removed,
            .banLifted, .alertList,
            .dueList, .historyList, .closed, .certified, .error:
            nil
        }
    }
}
