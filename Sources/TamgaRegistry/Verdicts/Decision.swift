public import TamgaTemplates

/// A verdict, who is meant, and what is to be done.
public struct Decision: Hashable, Sendable {
    public var verdict: Verdict
    /// The registered person whose fingers these are; nil where nobody is.
    public var person: PersonID?
    /// Other registered persons to whom what was claimed belongs.
    public var owners: [PersonID] = []
    /// Why the verdict is inconclusive, or what else is to be kept in mind.
    public var doubts: [Doubt] = []
    /// Whether the fingers came exchanged, going by the person's.
    public var swap = FingerSwap.none
    /// In this order.
    public var next: [NextStep] = []
    /// The finger to be taken next, where one more would help.
    public var captureNext: FingerPosition?

    init(_ verdict: Verdict, person: PersonID? = nil) {
        (self.verdict, self.person) = (verdict, person)
    }

    /// Whether the person may be registered as new.
    public var mayRegister: Bool { verdict == .newPerson }
}
