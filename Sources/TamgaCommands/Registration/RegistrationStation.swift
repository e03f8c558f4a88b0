package import TamgaClient
package import TamgaWire

/// What registration asks of a server: the client library, or a stand-in for it in tests.
package protocol RegistrationStation: Sendable {
    func register(_ subject: CaptureSubject, key: WireKey?) async throws(ClientError) -> Assessment
    func lookUp(_ subject: CaptureSubject) async throws(ClientError) -> Assessment
    func issueCertificate(person: String, officer: String?) async throws(ClientError) -> Certified

    func link(_ request: Link) async throws(ClientError) -> Linked
    func unlink(_ request: Unlink) async throws(ClientError) -> Unlinked
    func refuse(_ request: Refuse) async throws(ClientError) -> Refused
    func remove(_ request: Remove) async throws(ClientError) -> Removed
    func liftBan(_ request: LiftBan) async throws(ClientError) -> BanLifted
    func closeFact(_ request: Close) async throws(ClientError) -> Closed

    func alerts(after: FactReference?, limit: UInt16) async throws(ClientError) -> AlertList
    func due(after: FactReference?, limit: UInt16) async throws(ClientError) -> DueList
    func history(person: String, after: FactReference?, limit: UInt16) async throws(ClientError) -> HistoryList

    func close() async
}

extension TamgaClient: RegistrationStation {}

/// What makes connections to a server, one after the other.
package protocol StationConnector: Sendable {
    associatedtype Connected: RegistrationStation

    func connect() async throws(ClientError) -> Connected
}
