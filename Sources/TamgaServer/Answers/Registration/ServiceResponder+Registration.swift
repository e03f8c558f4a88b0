import TamgaIdentification
import TamgaRegistry
import TamgaWire

// The requests of the registration service. Who may ask what was settled before.
extension ServiceResponder {
    func registered(
        _ register: Register, _ caller: Caller, _ terms: RequestTerms
    ) async throws(IdentificationError) -> Answer {
        let request = try RegistrationRequest(register.subject, key: register.key?.text, from: caller)
        return .registered(Registered(assessment: Assessment(try await service.register(request, terms))))
    }

    func lookedUp(
        _ lookUp: LookUp, _ caller: Caller, _ terms: RequestTerms
    ) async throws(IdentificationError) -> Answer {
        let request = try RegistrationRequest(lookUp.subject, from: caller)
        return .lookedUp(LookedUp(assessment: Assessment(try await service.assess(request, terms))))
    }

    /// Something to be written down, where the request is one of those.
    func noted(_ request: Request, _ caller: Caller) async throws(IdentificationError) -> Answer? {
        switch request {
        case .link(let link): .linked(try await note(RegistryRequest(link, from: caller)))
        case .unlink(let unlink): .unlinked(try await note(RegistryRequest(unlink, from: caller)))
        case .refuse(let refuse): .refused(try await note(RegistryRequest(refuse, from: caller)))
        case .remove(let remove): .removed(try await note(RegistryRequest(remove, from: caller)))
        case .liftBan(let lift): .banLifted(try await note(RegistryRequest(lift, from: caller)))
        case .close(let close): try await closed(close, caller)
        default: nil
        }
    }

    private func closed(_ close: Close, _ caller: Caller) async throws(IdentificationError) -> Answer {
        let opened = try Opened(wire: close.what, "what")
        do throws(WireError) { _ = try Standing.known(caller).caller(with: opened.right) } catch {
            return .error(ErrorMessage(error))
        }
        return .closed(try await note(RegistryRequest(close, from: caller)))
    }

    private func note<Noted: FactAnswer>(_ request: RegistryRequest) async throws(IdentificationError) -> Noted {
        let note = try await service.record(request)
        return Noted(fact: FactReference(note.id), microseconds: note.microseconds)
    }

    /// A list, where the request asks for one.
    func listed(_ request: Request, _ caller: Caller) async throws(IdentificationError) -> Answer? {
        switch request {
        case .alerts(let alerts):
            let raised = try service.alerts(of: caller.agency, after: alerts.after.map(FactID.init))
            return Self.fitted { () throws(WireError) in
                .alertList(try AlertList(raised, atMost: alerts.limit, AlertEntry.init))
            }
        case .due(let due):
            let items = try service.due().filter { item in due.after.map { item.id > FactID($0) } ?? true }
            return Self.fitted { () throws(WireError) in
                .dueList(try DueList(items, atMost: due.limit, DueEntry.init))
            }
        case .history(let history):
            let entries = try await service.history(of: history.person).filter { entry in
                history.after.map { entry.id > FactID($0) } ?? true
            }
            return Self.fitted { () throws(WireError) in
                .historyList(try HistoryList(entries, atMost: history.limit, TamgaWire.HistoryEntry.init))
            }
        default: return nil
        }
    }

    /// A list of which not even the first entry fits a frame is an error.
    private static func fitted(_ body: () throws(WireError) -> Answer) -> Answer {
        do { return try body() } catch { return .error(ErrorMessage(error)) }
    }

    func certified(_ request: IssueCertificate, _ caller: Caller) async throws(IdentificationError) -> Answer {
        guard let certificates else {
            return .error(
                ErrorMessage(
                    code: .unknownKind, message: "this server issues no certificates: it was given no key for them",
                    field: "kind"))
        }
        let issued = try await certificates.issue(request, by: caller.author(request.officer), service)
        return .certified(issued)
    }
}
