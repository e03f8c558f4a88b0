/// Something that answers requests: connections to a server, or a test's own.
package protocol LoadStation: Sendable {
    /// Asks and waits for the reply, however long it takes; a cancelled task gets one at once.
    func ask(_ probe: Probe) async -> Reply
    /// Connections that were lost and made anew, so far.
    var reconnections: Int { get }
}
