/// What follows from all facts so far: who is known by what, who is banned, what is due, what was answered.
///
/// A value: adding the same facts in the same order gives the same book, after a restart as well. Complexity of adding
/// a fact: O(1), or O(what the person has) where one is taken back.
public struct RegistryBook: Sendable {
    /// A ban and the removal it comes from.
    public struct Ban: Hashable, Sendable {
        public let id: FactID
        public let tag: FactTag
        public let removal: Removal
        /// Who recorded it, and is told of alerts.
        public let owner: Agency
        public let term: EntryBan
    }

    /// A re-capture that is due.
    public struct Due: Hashable, Sendable {
        public let id: FactID
        public let tag: FactTag
        /// Nil where nobody is registered yet.
        public let person: PersonID?
        public let since: Int64
        public let recapture: Recapture
    }

    /// An alert, and whose ban raised it.
    public struct RaisedAlert: Hashable, Sendable {
        public let id: FactID
        public let tag: FactTag
        /// The person who is banned.
        public let person: PersonID
        /// The removal whose ban is in force; nil where it is not in the store any more.
        public let removal: FactID?
        public let at: Int64
        /// Where the fingers came.
        public let by: Author
        public let alert: Alert
        public var isSeen: Bool
    }

    /// An answer that is kept, where it came from, and whom it speaks of.
    public struct GivenAnswer: Hashable, Sendable {
        public let answer: KeptAnswer
        public let id: FactID
        /// Nil where nobody was registered or recognised.
        public var person: PersonID?
    }

    /// That fingers were refused by somebody who claimed something.
    public struct NotedRefusal: Hashable, Sendable {
        public let id: FactID
        public let claim: Identifier
        public let at: Int64
        public let by: Author
        /// Who was named with it; nil where nobody was.
        let person: PersonID?
    }

    var holders: [Identifier: PersonID] = [:]
    var known: [PersonID: [Identifier]] = [:]
    var banned: [PersonID: [Ban]] = [:]
    var open: [FactID: Due] = [:]
    var raised: [FactID: RaisedAlert] = [:]
    /// Where the facts are that others speak of.
    var places: [FactTag: FactID] = [:]
    var answers: [IdempotencyKey: GivenAnswer] = [:]
    /// By what was claimed, in the order of recording.
    var refusals: [Identifier: [NotedRefusal]] = [:]

    /// An empty book.
    public init() {}
}
