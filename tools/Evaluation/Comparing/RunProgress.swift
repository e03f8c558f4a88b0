/// Hears how far a long run is.
package protocol RunProgress: Sendable {
    /// A part of the run begins that will take so many steps.
    func begin(_ what: String, steps: Int)
    /// So many steps more are done; from any thread.
    func advance(by steps: Int)
    /// The part is done.
    func end()
}

/// Hears and says nothing.
package struct NoProgress: RunProgress {
    package init() {}
    package func begin(_ what: String, steps: Int) {}
    package func advance(by steps: Int) {}
    package func end() {}
}
