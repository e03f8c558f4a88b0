package import TamgaWire

/// What a request asks, ready to be sent: its templates were drawn and encoded before the load began.
package enum LoadRequest: Sendable, Hashable {
    case identify(Identify)
    case verify(Verify)
    case enrol(Enrol)
    case register(Register)
}

/// What a right answer to a request says.
package enum ExpectedAnswer: Sendable, Hashable {
    /// So many fingers of this person, who is enrolled.
    case mate(String, fingers: Int)
    /// So many fingers of nobody enrolled.
    case nobody(fingers: Int)
    /// Fingers of the person they are said to be of, or not.
    case verification(person: String, isMated: Bool)
    /// The person is enrolled with so many templates.
    case enrolled(person: String, templates: Int)
    /// Somebody new is registered, with so many fingers.
    case newPerson(fingers: Int)
    /// The fingers were brought before, under another name: whoever was registered then is told, or now registered.
    case broughtBefore(fingers: Int)
}

/// A request of a class with what is known about its answer.
package struct Probe: Sendable, Hashable {
    package let kind: LoadClass
    package let request: LoadRequest
    package let expectation: ExpectedAnswer

    package init(_ kind: LoadClass, _ request: LoadRequest, _ expectation: ExpectedAnswer) {
        (self.kind, self.request, self.expectation) = (kind, request, expectation)
    }

    /// The same for another class.
    package func of(_ kind: LoadClass) -> Probe { Probe(kind, request, expectation) }
}
