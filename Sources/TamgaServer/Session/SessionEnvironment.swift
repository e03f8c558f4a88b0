package import Logging
package import TamgaIdentification
package import TamgaWire

/// What all sessions of a server share.
package struct SessionEnvironment: Sendable {
    package var limits: ServerLimits
    package var welcome: Welcome
    package var responder: any Responder
    package var admission: Admission
    package var seats: Seats
    package var metrics: ServerMetrics
    package var clock: any WallClock
    package var logger: Logger
    /// For lines that any stranger can cause.
    package var refusals: LogThrottle

    package init(
        limits: ServerLimits, welcome: Welcome, responder: any Responder, admission: Admission,
        seats: Seats,
        metrics: ServerMetrics, clock: any WallClock, logger: Logger, refusals: LogThrottle
    ) {
        self.limits = limits
        self.welcome = welcome
        self.responder = responder
        self.admission = admission
        self.seats = seats
        self.metrics = metrics
        self.clock = clock
        self.logger = logger
        self.refusals = refusals
    }
}
