/// How many bytes a frame's body may have, by the size class of its kind and the state of the session.
///
/// A value: the session hands another one to its frame decoder when the hello is done.
public struct WireLimits: Sendable, Hashable {
    /// Bytes of a body of every kind whose content has a small fixed bound.
    public var smallBodyBytes: Int
    /// Bytes of a body that carries records or candidates, and of one whose kind is unknown.
    public var largeBodyBytes: Int

    /// Limits of a session state: bytes of a body of small kinds, and of kinds that carry records.
    public init(smallBodyBytes: Int, largeBodyBytes: Int) {
        self.smallBodyBytes = smallBodyBytes
        self.largeBodyBytes = largeBodyBytes
    }

    /// Until the hello was answered: room for a hello, a welcome and an error, and for nothing large.
    public static let beforeHello = WireLimits(
        smallBodyBytes: beforeHelloBodyBytes, largeBodyBytes: beforeHelloBodyBytes)
    /// The widest limits of protocol version 1.
    public static let established = established(frameBytes: frameBytes.upperBound)

    /// The limits of a session whose welcome names this many bytes per frame body; never above version 1's own.
    public static func established(frameBytes bytes: Int) -> WireLimits {
        WireLimits(
            smallBodyBytes: min(bytes, establishedSmallBodyBytes),
            largeBodyBytes: min(bytes, frameBytes.upperBound))
    }

    /// Bytes a body of this kind may have; nil stands for a kind this end does not know.
    public func bodyBytes(of kind: MessageKind?) -> Int {
        guard let kind else { return largeBodyBytes }
        return kind.isLarge ? largeBodyBytes : smallBodyBytes
    }
}

// MARK: Frames
extension WireLimits {
    /// Bytes of every frame header.
    public static let headerBytes = 16
    /// Bytes of any body before the hello was answered.
    public static let beforeHelloBodyBytes = 4_096
    /// Bytes of the body of a small kind once the hello was answered.
    public static let establishedSmallBodyBytes = 16_384
    /// Bytes of a frame body that a welcome may name.
    public static let frameBytes = 16_384...3_145_728
}

// MARK: Contents
extension WireLimits {
    /// Protocol versions.
    public static let versions = 1...255
    /// Milliseconds that a request may give the server.
    public static let deadlineMilliseconds = 1...86_400_000
    /// Codes of request classes.
    public static let requestClasses = 0...2
    /// Milliseconds after which a refused request may be sent again, and of waits and times that a server states.
    public static let statedMilliseconds = 0...86_400_000
    /// Connections that a server may allow one certificate.
    public static let connections = 1...65_535
    /// Bytes of a person identifier.
    public static let personBytes = 1...64
    /// Bytes of one finger record.
    public static let recordBytes = 1...65_536
    /// Finger records of one request.
    public static let fingersPerRequest = 1...40
    /// Finger scores of one candidate or verification.
    public static let scoresPerPerson = 0...40
    /// Fingers listed of one person.
    public static let fingersPerPerson = 0...1_024
    /// Encounters listed of one person.
    public static let encountersPerPerson = 0...256
    /// Bytes of the salt and of each digest of a deletion's receipt.
    public static let receiptBytes = 32...32
    /// Codes of a position: fingers 0 to 10, palms 20, 21 and 23; the server refuses what lies between.
    public static let positionCodes = 0...23
    /// Candidates of one answer.
    public static let candidates = 0...1_000
    /// Candidates one identification may ask for, and a welcome may allow.
    public static let candidatesAsked = 1...1_000
    /// Ranks of a candidate.
    public static let ranks = 1...1_000
    /// Requests in flight that a welcome may allow.
    public static let requestsInFlight = 1...65_535
    /// Rotations either way, 1/256 turn.
    public static let rotations = 0...128
    /// False positive identification rates to aim at, parts per 10^9.
    public static let targetFPIR = 1...999_999_999
    /// False positive identification rates as estimated, parts per 10^9; 0 is below half a part.
    public static let estimatedFPIR = 0...1_000_000_000
    /// Codes of what positions are worth: those of ``WirePositions``.
    public static let positionPolicies = 0...1
    /// Bytes of a ping's payload.
    public static let pingBytes = 0...64
    /// Bytes of a program's name and version.
    public static let programBytes = 1...128
    /// Bytes of a matcher's version string.
    public static let matcherBytes = 1...64
    /// Capabilities of one welcome.
    public static let capabilities = 0...32
    /// Bytes of one capability's name.
    public static let capabilityBytes = 1...64
    /// Bytes of the name of an agency, and of a role.
    public static let agencyBytes = 1...32
    /// Roles of one station.
    public static let roles = 0...16
    /// Bytes of a station's name.
    public static let stationBytes = 1...64
    /// Request kinds counted by one statistics answer.
    public static let requestCounts = 0...64
    /// Bytes of a request kind's name.
    public static let kindNameBytes = 1...32
    /// Warnings of one answer.
    public static let warnings = 0...40
    /// Bytes of the name of what is wrong with a template.
    public static let flawBytes = 1...32
    /// Bytes of a warning's text.
    public static let warningTextBytes = 0...256
    /// Bytes of an error's text.
    public static let errorTextBytes = 0...1_024
    /// Bytes of the field named by an error.
    public static let errorFieldBytes = 1...128
    /// Bytes of the limit named by an error.
    public static let errorLimitBytes = 1...128
}

// MARK: Registration
extension WireLimits {
    /// Bytes of a word of a vocabulary.
    public static let tokenBytes = 1...64
    /// Bytes of a station's name for a request.
    public static let keyBytes = 8...64
    /// Bytes of an identifier in its text form.
    public static let identifierBytes = 1...640
    /// Identifiers that one request may claim.
    public static let claims = 0...16
    /// Bytes of what people wrote: a place, a ground, a remark, a reason.
    public static let remarkBytes = 1...256
    /// Bytes of an officer's name.
    public static let officerBytes = 1...64
    /// Bytes of the name of a station in a list.
    public static let stationNameBytes = 1...64
    /// Bytes of a date: `2024-02-29`.
    public static let dateBytes = 10...10
    /// Finger records of a request that may have none.
    public static let presentedFingers = 0...40
    /// Fingers and palms that were not taken.
    public static let notTaken = 0...14
    /// Identifiers listed of one person.
    public static let identifiers = 0...64
    /// Persons to whom what was claimed belongs.
    public static let owners = 0...16
    /// Doubts of one assessment.
    public static let doubts = 0...8
    /// Steps that one assessment advises.
    public static let steps = 0...16
    /// Candidates of one assessment.
    public static let assessedCandidates = 0...100
    /// Earlier refusals of one assessment.
    public static let refusals = 0...16
    /// Entry bans of one assessment.
    public static let bans = 0...64
    /// Entries one request may ask of a list.
    public static let listed = 1...1_000
    /// Entries of one answer that lists.
    public static let listEntries = 0...1_000
    /// Bytes of the content of an entry of a person's history.
    public static let historyBytes = 0...65_536
    /// Bytes of a certificate's serial number.
    public static let serialBytes = 1...64
    /// Bytes of a certificate's file.
    public static let fileBytes = 1...1_048_576
}
