import Glibc

/// What the operating system refused, by its error number.
public struct SystemError: Error, Hashable, Sendable, CustomStringConvertible {
    public let number: Int32
    /// What was being tried.
    public let doing: String

    package init(_ number: Int32, while doing: String) {
        (self.number, self.doing) = (number, doing)
    }

    public var description: String { "\(doing): the system refused with error \(number)" }
}
