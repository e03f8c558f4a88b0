import Dispatch
import Foundation

/// SIGHUP, which asks a server to read its keys and certificates anew instead of ending it.
enum Hangups {
    /// So many streams, each with one element for each signal, from now on for the life of the process; several in a
    /// row may become one. Their quality is not that of the threads that compare, which a load may hold for ever.
    static func streams(_ count: Int) -> [AsyncStream<Void>] {
        let streams = (0..<count).map { _ in AsyncStream<Void>.makeStream(bufferingPolicy: .bufferingNewest(1)) }
        _ = signal(SIGHUP, SIG_IGN)
        let source = DispatchSource.makeSignalSource(signal: SIGHUP, queue: .global(qos: .userInitiated))
        // The handler holds its own source, so that it lives as long as the process.
        source.setEventHandler {
            withExtendedLifetime(source) { for stream in streams { _ = stream.continuation.yield(()) } }
        }
        source.resume()
        return streams.map(\.stream)
    }
}
