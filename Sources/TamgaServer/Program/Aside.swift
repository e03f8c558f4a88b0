import Dispatch

/// Work that blocks, and that no load may put off: a revocation list has to be read while the revoked station asks and
/// asks.
enum Aside {
    /// Dispatch keeps threads for each quality, about as many as there are cores, and those that compare may hold all
    /// of theirs for as long as somebody wants something compared.
    private static let queue = DispatchQueue(label: "tamga.aside", qos: .userInitiated, attributes: .concurrent)

    /// Runs the body on a thread of its own quality.
    static func run<Value: Sendable>(_ body: @escaping @Sendable () throws -> Value) async throws -> Value {
        try await withCheckedThrowingContinuation { continuation in
            queue.async { continuation.resume(with: Result(catching: body)) }
        }
    }
}
