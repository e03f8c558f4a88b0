import Synchronization
import TamgaGallery
import TamgaMatcher
import TamgaRegistry

/// What the service knows beside the gallery: the book of facts, and the fingers of those who are banned.
///
/// Written on the queue of changes only; read by anybody.
final class Registrar: Sendable {
    private struct State: Sendable {
        var book = RegistryBook()
        /// Persons in the gallery of standing probes.
        var standing: Set<PersonID> = []
        /// Counts the changes of the book.
        var writes = 0
        /// Counts the changes of that gallery.
        var version: UInt64 = 0
    }

    private let state = Mutex(State())
    /// Those with a ban that has not ended: whoever comes with their fingers raises an alert.
    let standingProbes: Gallery

    init(_ book: RegistryBook, crew: Crew) {
        standingProbes = Gallery(shards: 1, crew: crew)
        state.withLock { $0.book = book }
    }

    /// The book of this moment; copying it is cheap as long as nobody writes.
    func read<Value>(_ body: (RegistryBook) -> Value) -> Value {
        state.withLock { body($0.book) }
    }

    /// Which state the standing probes are in.
    var standingVersion: UInt64 { state.withLock { $0.version } }

    var hasStandingProbes: Bool { state.withLock { !$0.standing.isEmpty } }

    /// - Parameter now: answers whose time is over by then are forgotten, every now and then.
    func write(at now: Int64, _ body: (inout RegistryBook) -> Void) {
        state.withLock { state in
            body(&state.book)
            state.writes += 1
            if state.writes % IdentificationLimits.writesPerForgetting == 0 { state.book.forgetAnswers(before: now) }
        }
    }

    /// Sees to it that the fingers of these persons are standing probes where a ban of theirs has not ended, and are
    /// not where none is left.
    func settle(_ persons: [PersonID], _ gallery: Gallery, today: CalendarDate) throws(GalleryError) {
        for person in persons {
            let (isBanned, isStanding) = state.withLock { state in
                let isBanned = state.book.bans(of: person).contains { !$0.term.isOver(on: today) }
                return (isBanned, state.standing.contains(person))
            }
            let registered = isBanned ? gallery.find(person)?.person : nil
            guard isStanding || registered != nil else { continue }
            if isStanding { try standingProbes.remove(person) }
            if let registered { try standingProbes.insert(registered) }
            state.withLock { state in
                if registered == nil { state.standing.remove(person) } else { state.standing.insert(person) }
                state.version += 1
            }
        }
    }
}
