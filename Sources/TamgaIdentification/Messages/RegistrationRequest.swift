public import TamgaRegistry

/// Somebody before an officer: whose fingers are these, who does the person say to be, and is the person new?
public struct RegistrationRequest: Hashable, Sendable {
    /// Who asks.
    public var author: Author
    /// The station's own name for this request: sent again under the same, the first answer comes again, for
    /// `answersKept` of the parameters. ``RegistryLimits/keyBytes`` bytes of A-Z a-z 0-9 - _ .
    public var key: String?
    /// Who the person says to be, ``RegistryLimits/claims`` at most; none is allowed: an IIN may be linked later.
    public var claims: [Identifier]
    public var status: LegalStatus?
    public var ground: RegistrationGround?
    /// 1 to ``RegistryLimits/textBytes`` bytes.
    public var place: String?
    /// 1 to ``IdentificationLimits/fingersPerRequest`` records; none only where all ten fingers are among `notTaken`.
    public var fingers: [FingerSubmission]
    /// Fingers and palms that were not taken, each named, once.
    public var notTaken: [MissingFinger]
    /// The false positive identification rate to decide by, ``IdentificationLimits/targetFPIR``; nil: as the service is
    /// set.
    public var targetFPIR: Double?

    /// A request, not checked before it is made.
    public init(
        author: Author, key: String? = nil, claims: [Identifier] = [], status: LegalStatus? = nil,
        ground: RegistrationGround? = nil, place: String? = nil, fingers: [FingerSubmission],
        notTaken: [MissingFinger] = [], targetFPIR: Double? = nil
    ) {
        (self.author, self.key, self.claims) = (author, key, claims)
        (self.status, self.ground, self.place) = (status, ground, place)
        (self.fingers, self.notTaken, self.targetFPIR) = (fingers, notTaken, targetFPIR)
    }
}
