import Dispatch
import Foundation

/// SIGHUP, which asks a server to read its keys anew instead of ending it.
enum Hangups {
    /// One element for each, from now on for the life of the process; several in a row may become one.
    static func stream() -> AsyncStream<Void> {
        let (stream, continuation) = AsyncStream<Void>.makeStream(bufferingPolicy: .bufferingNewest(1))
        _ = signal(SIGHUP, SIG_IGN)
        let source = DispatchSource.makeSignalSource(signal: SIGHUP, queue: .global(qos: .utility))
        // The handler holds its own source, so that it lives as long as the process.
        source.setEventHandler { withExtendedLifetime(source) { _ = continuation.yield(()) } }
        source.resume()
        return stream
    }
}
