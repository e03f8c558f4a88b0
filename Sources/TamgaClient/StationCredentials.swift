internal import Foundation
internal import TamgaTLS

/// A station's certificate and key and the authority it trusts, read once for many connections.
public struct StationCredentials: Sendable {
    let context: TLSContext

    /// Reads the files of a configuration.
    ///
    /// - Throws: ``ClientError`` of code `configuration`.
    public init(_ configuration: ClientConfiguration) throws(ClientError) {
        do throws(TLSError) {
            let keyLog = try configuration.keyLog.map { path throws(TLSError) in
                try TLSKeyLog(path: path, environment: ProcessInfo.processInfo.environment)
            }
            context = try TLSContext(role: .client, files: configuration.files, keyLog: keyLog)
        } catch {
            throw ClientError(configuration: error)
        }
    }
}
