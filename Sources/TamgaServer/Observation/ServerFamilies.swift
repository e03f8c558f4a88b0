import TamgaGallery
import TamgaIdentification
package import TamgaMetrics
package import TamgaWire

/// Every family the server shows, in the order of its page. The table in docs/OPERATIONS.md says the same; a test holds
/// it to this.
package enum ServerFamilies {
    /// Of a request that was answered as it asked.
    package static let ok = "ok"
    /// Of a request whose client was gone before its answer.
    package static let unanswered = "unanswered"

    /// Of a frame whose kind nobody knows.
    package static let unrecognised = "unrecognised"

    private static let kind = MetricLabel(
        "kind", MessageKind.allCases.filter { $0.direction == .requests }.map(\.name) + [unrecognised])
    private static let result = MetricLabel(
        "result", [ok, unanswered] + WireErrorCode.allCases.map(\.name))
    private static let stage = MetricLabel("stage", ServiceStage.allCases.map(\.rawValue) + [encodeStage])
    private static let requestClass = MetricLabel("class", RequestClass.allCases.map(\.metricName))
    private static let shard = MetricLabel("shard", (0..<GalleryLimits.shards.upperBound).map { "\($0)" })

    /// Making a frame of an answer, the one stage that is not the service's.
    package static let encodeStage = "encode"

    // MARK: Requests

    package static let requests = MetricDefinition(
        "tamga_requests_total", .counter,
        "Requests answered, by kind and by what became of them: ok, the name of the error, or unanswered.",
        labels: [kind, result])
    package static let requestDuration = MetricDefinition(
        "tamga_request_duration_seconds", .histogram,
        "From the whole request to its encoded answer, of requests that were taken on.", labels: [kind])
    package static let stageDuration = MetricDefinition(
        "tamga_stage_duration_seconds", .histogram, "What requests spend their time on.", labels: [stage])
    package static let requestsInFlight = MetricDefinition(
        "tamga_requests_in_flight", .gauge, "Requests taken on and not answered yet.", labels: [requestClass])

    // MARK: Queues

    package static let searchesRunning = MetricDefinition(
        "tamga_searches_running", .gauge, "Searches under way.", labels: [requestClass])
    package static let searchesWaiting = MetricDefinition(
        "tamga_searches_waiting", .gauge, "Searches that wait for their turn.", labels: [requestClass])
    package static let expectedWait = MetricDefinition(
        "tamga_search_expected_seconds", .gauge,
        "Until a search that came now would be done, going by those before it; 0 before the first.",
        labels: [requestClass])
    package static let crewWaiting = MetricDefinition(
        "tamga_crew_waiting", .gauge, "Jobs and divided work that wait for a thread that compares.",
        labels: [requestClass])
    package static let crewBusy = MetricDefinition(
        "tamga_crew_threads_busy", .gauge, "Threads that compare, at work.")
    package static let crewThreads = MetricDefinition("tamga_crew_threads", .gauge, "Threads that compare.")
    package static let changesWaiting = MetricDefinition(
        "tamga_changes_waiting", .gauge, "Changes that wait to be made.")
    package static let readsWaiting = MetricDefinition(
        "tamga_reads_waiting", .gauge, "Reads of the store that wait for a thread.")

    // MARK: The gallery

    package static let ready = MetricDefinition(
        "tamga_ready", .gauge, "1 where /readyz says so, else 0.")
    package static let persons = MetricDefinition(
        "tamga_gallery_persons", .gauge, "Persons that searches see.", labels: [shard])
    package static let templates = MetricDefinition(
        "tamga_gallery_templates", .gauge, "Templates that searches see.", labels: [shard])
    package static let galleryBytes = MetricDefinition(
        "tamga_gallery_bytes", .gauge, "Memory that the newest state of the gallery takes.", labels: [shard])
    package static let snapshot = MetricDefinition(
        "tamga_gallery_snapshot", .gauge, "The number of the change that the newest state of the gallery has.")
    package static let scannedRows = MetricDefinition(
        "tamga_scanned_rows_total", .counter, "Templates read by the first stage of searches.", labels: [shard])

    // MARK: Canaries

    package static let canarySearches = MetricDefinition(
        "tamga_canary_searches_total", .counter,
        "Searches of a shard for its canary, by outcome: found, missed or failed.",
        labels: [shard, MetricLabel("outcome", [found, missed, failed])])
    package static let canaryDuration = MetricDefinition(
        "tamga_canary_duration_seconds", .histogram, "What searches of a shard for its canary take.")
    package static let canaryAge = MetricDefinition(
        "tamga_canary_age_seconds", .gauge, "Since the shard last found its canary.", labels: [shard])
    package static let canaryMisses = MetricDefinition(
        "tamga_canary_fnir", .gauge,
        "The share of canaries not found since the start, of all shards; 0 before the first search.")
    package static let shardFenced = MetricDefinition(
        "tamga_shard_fenced", .gauge,
        "1 where nobody in the shard counts as searched, since it fails its test; else 0.", labels: [shard])

    package static let found = "found"
    package static let missed = "missed"

    // MARK: The store

    package static let storeSequence = MetricDefinition(
        "tamga_store_sequence", .gauge, "The number of the last durable change since the start; 0 before the first.")
    package static let storeCommits = MetricDefinition(
        "tamga_store_commits_total", .counter, "Transactions of the store, by outcome: ok or failed.",
        labels: [MetricLabel("outcome", [ok, failed])])
    package static let storeChanges = MetricDefinition(
        "tamga_store_changes_total", .counter, "Changes made durable.")
    package static let batchSize = MetricDefinition(
        "tamga_store_batch_changes", .histogram, "Changes of one durable transaction.")
    package static let storeBytes = MetricDefinition(
        "tamga_store_file_bytes", .gauge, "Files of the store: the database, and the log of what is not folded in yet.",
        labels: [MetricLabel("file", [databaseFile, logFile])])

    package static let failed = "failed"
    package static let databaseFile = "database"
    package static let logFile = "log"

    // MARK: Connections

    package static let connectionsOpen = MetricDefinition(
        "tamga_connections_open", .gauge, "Connections open, those in their handshake among them.")
    package static let connectionsAccepted = MetricDefinition(
        "tamga_connections_accepted_total", .counter, "Connections taken in.")
    package static let connectionsRefused = MetricDefinition(
        "tamga_connections_refused_total", .counter, "Connections closed as they came, before a handshake.",
        labels: [MetricLabel("reason", ConnectionRefusal.allCases.map(\.rawValue))])
    package static let connectionsClosed = MetricDefinition(
        "tamga_connections_closed_total", .counter, "Connections closed after their handshake.",
        labels: [MetricLabel("reason", SessionEnd.metricNames)])
    package static let tlsFailures = MetricDefinition(
        "tamga_tls_failures_total", .counter, "Connections that failed in TLS, in the handshake or after it.",
        labels: [MetricLabel("reason", TLSFailureName.all)])
    package static let tlsReloads = MetricDefinition(
        "tamga_tls_reloads_total", .counter, "Times that certificates were read anew, by outcome: ok or failed.",
        labels: [MetricLabel("outcome", [ok, failed])])
    package static let tlsValidUntil = MetricDefinition(
        "tamga_tls_valid_until_seconds", .gauge,
        "When the server's certificate ends, and the first of the revocation lists, in seconds since 1970 UTC.",
        labels: [MetricLabel("what", [ownCertificate, revocationList])])

    package static let ownCertificate = "certificate"
    package static let revocationList = "revocation-list"
}

/// Why a connection was closed as it came.
package enum ConnectionRefusal: String, Hashable, Sendable, CaseIterable {
    case tooMany = "too-many"
    case shuttingDown = "shutting-down"
}

extension RequestClass {
    /// Its name as a label.
    package var metricName: String { "\(self)" }
}

extension Urgency {
    /// The name of the class with this urgency.
    var metricName: String { "\(self)" }
}
