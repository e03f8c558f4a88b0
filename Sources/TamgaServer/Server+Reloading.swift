import NIOCore
public import TamgaTLS

extension Server {
    /// Reads certificate, key, authorities and revocation lists anew, for all new connections, or changes nothing.
    ///
    /// Connections that are open stay as they are, but for those whose certificate the new set refuses: their stations
    /// are told `denied` and the connections closed. It blocks while files are read.
    ///
    /// - Returns: the set that is in force.
    /// - Throws: as ``TLSContext/init(role:files:keyLog:)``.
    public func reloadTLS() throws(TLSError) -> TLSContext {
        do throws(TLSError) {
            let context = try tls.reload()
            connections.review(by: context)
            environment.metrics.observation?.reloaded(isDone: true)
            return context
        } catch {
            environment.metrics.observation?.reloaded(isDone: false)
            throw error
        }
    }
}
