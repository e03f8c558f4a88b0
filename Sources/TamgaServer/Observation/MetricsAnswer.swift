import NIOHTTP1
import TamgaMetrics

/// What is answered to a request for metrics or health, as a value.
struct MetricsAnswer: Hashable, Sendable {
    var status: HTTPResponseStatus
    var body: String
    var contentType = "text/plain; charset=utf-8"

    static let headTooLong = MetricsAnswer(
        status: .requestHeaderFieldsTooLarge, body: "the head of the request is too long\n")
    static let notHTTP = MetricsAnswer(status: .badRequest, body: "not a request of HTTP/1.1\n")

    private init(status: HTTPResponseStatus, body: String) { (self.status, self.body) = (status, body) }

    /// - Parameters:
    ///   - uri: a path; what stands after a question mark does not matter.
    ///   - accept: what the client says it accepts.
    init(_ method: HTTPMethod, _ uri: String, accept: String, _ observation: ServerObservation) {
        let path = uri.prefix { $0 != "?" }
        guard ["/metrics", "/healthz", "/readyz"].contains(path) else {
            self.init(status: .notFound, body: "there are /metrics, /healthz and /readyz\n")
            return
        }
        guard method == .GET else {
            self.init(status: .methodNotAllowed, body: "allowed: GET\n")
            return
        }
        switch path {
        case "/metrics":
            let format = ExpositionFormat.accepted(by: accept)
            self.init(status: .ok, body: observation.page(format))
            contentType = format.contentType
        case "/readyz":
            let reason = observation.reasonNotReady
            self.init(
                status: reason == nil ? .ok : .serviceUnavailable,
                body: reason.map { "not ready: \($0)\n" } ?? "ready\n")
        default: self.init(status: .ok, body: "alive\n")
        }
    }
}
