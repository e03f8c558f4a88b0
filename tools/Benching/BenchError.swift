/// Why the benchmark could not be run, in words.
public struct BenchError: Error, Hashable, Sendable, CustomStringConvertible {
    public var description: String

    /// An error with these words.
    public init(_ description: String) {
        self.description = description
    }
}
