package import Logging
package import NIOCore
package import TamgaIdentification
package import TamgaWire

/// Answers with the identification service and the server's own figures.
package struct ServiceResponder: Responder {
    let service: IdentificationService
    /// The server program and its version.
    let program: String
    let metrics: ServerMetrics
    let connections: OpenConnections
    let logger: Logger
    /// Nil where no certificates are issued.
    let certificates: CertificateIssuer?

    package init(
        service: IdentificationService, program: String, metrics: ServerMetrics, connections: OpenConnections,
        logger: Logger, certificates: CertificateIssuer? = nil
    ) {
        self.service = service
        self.program = program
        self.metrics = metrics
        self.connections = connections
        self.logger = logger
        self.certificates = certificates
    }

    /// One hand-over there, a task, and one back, to the loop.
    package func respond(
        to request: Request, from caller: Caller, on terms: RequestTerms, _ loop: any EventLoop
    ) -> EventLoopFuture<Answer> {
        loop.makeFutureWithTask { await answer(request, caller, terms) }
    }

    package func releaseStopped() { service.releaseStopped() }

    package var waits: RequestWaits? {
        RequestWaits(service.expectedWaits())
    }

    func answer(_ request: Request, _ caller: Caller, _ terms: RequestTerms) async -> Answer {
        do throws(IdentificationError) {
            // Whatever it is: what is wanted no longer is not begun.
            try service.check(terms)
            return try await result(request, caller, terms)
        } catch {
            if error.code == .storageFailed {
                logger.error("storage failed", metadata: ["kind": "\(request.kind.name)", "reason": "\(error)"])
            }
            return .error(ErrorMessage(error))
        }
    }

    private func result(
        _ request: Request, _ caller: Caller, _ terms: RequestTerms
    ) async throws(IdentificationError) -> Answer {
        switch request {
        case .enrol(let enrol):
            .enrolled(Enrolled(try await service.enrol(EnrolmentRequest(enrol, from: caller), terms)))
        case .identify(let identify):
            .identified(Identified(try await service.identify(IdentificationRequest(identify), terms)))
        case .verify(let verify): .verified(Verified(try await service.verify(VerificationRequest(verify), terms)))
        case .read(let read):
            .person(Person(try await service.read(read.person, includeRecords: read.includesRecords)))
        case .delete(let delete): .deleted(Deleted(try await service.delete(delete.person)))
        case .addEncounter(let addition):
            .encounterAdded(
                EncounterAdded(try await service.addEncounter(EncounterRequest(addition, from: caller), terms)))
        case .update(let update):
            .updated(Updated(try await service.update(UpdateRequest(update, from: caller), terms)))
        case .merge(let merge): .merged(Merged(try await service.merge(MergeRequest(merge))))
        case .stats: .statistics(statistics())
        case .register(let register): try await registered(register, caller, terms)
        case .lookUp(let lookUp): try await lookedUp(lookUp, caller, terms)
        case .link, .unlink, .refuse, .remove, .liftBan, .close: try await noted(request, caller) ?? .error(.fault)
        case .alerts, .due, .history: try await listed(request, caller) ?? .error(.fault)
        case .certificate(let certificate): try await certified(certificate, caller)
        case .hello, .ping, .cancel: .error(.fault)
        }
    }

    private func statistics() -> Statistics {
        let figures = service.statistics()
        return Statistics(
            server: program, matcher: figures.matcher, persons: UInt64(clamping: figures.persons),
            references: UInt64(clamping: figures.references), snapshot: figures.snapshot,
            shards: UInt16(clamping: figures.shards), uptimeMilliseconds: metrics.uptimeMilliseconds,
            connections: UInt32(clamping: connections.count), requests: metrics.requests)
    }
}
