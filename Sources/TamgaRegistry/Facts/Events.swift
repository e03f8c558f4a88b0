/// An identifier linked to a person, or taken from one.
public struct IdentifierChange: Hashable, Sendable, Codable {
    public let identifier: Identifier
    /// Why, in the officer's words; nil where the request that brought it says enough.
    public let reason: String?

    /// A change of this identifier.
    public init(identifier: Identifier, reason: String?) {
        (self.identifier, self.reason) = (identifier, reason)
    }
}

/// Somebody would not give fingers: article 443-1 of the Code of Administrative Offences.
public struct RefusalOfFingers: Hashable, Sendable, Codable {
    /// Who the person says to be.
    public let claims: [Identifier]
    public let ground: RegistrationGround?
    public let place: String?
    public let remark: String?

    /// A refusal of these values.
    public init(claims: [Identifier], ground: RegistrationGround?, place: String?, remark: String?) {
        (self.claims, self.ground, self.place, self.remark) = (claims, ground, place, remark)
    }
}

/// An expulsion or a readmission.
public struct Removal: Hashable, Sendable, Codable {
    /// Which of the two.
    public enum Kind: String, Hashable, Sendable, CaseIterable, Codable {
        case expulsion
        /// Handed over under a ratified treaty.
        case readmission
    }

    public let kind: Kind
    /// The legal ground: a decision, an article, a treaty.
    public let ground: String
    public let date: CalendarDate
    public let ban: EntryBan?

    /// A removal of these values.
    public init(kind: Kind, ground: String, date: CalendarDate, ban: EntryBan?) {
        (self.kind, self.ground, self.date, self.ban) = (kind, ground, date, ban)
    }
}

/// The term in which a person may not enter.
public struct EntryBan: Hashable, Sendable, Codable {
    public let from: CalendarDate
    /// The last day; nil for a ban without an end.
    public let until: CalendarDate?

    /// - Throws: ``FieldError`` for an end before the beginning, or beyond ``RegistryLimits/banYears``.
    public init(from: CalendarDate, until: CalendarDate?) throws(FieldError) {
        if let until {
            guard until >= from else {
                throw FieldError("ban-until", "it is before the ban begins", allowed: "\(from) or later")
            }
            guard until.year - from.year <= RegistryLimits.banYears else {
                throw FieldError(
                    "ban-until", "it is too far", allowed: "at most \(RegistryLimits.banYears) years, or no end")
            }
        }
        (self.from, self.until) = (from, until)
    }

    /// Whether the day lies in the term, its first and last day included.
    public func holds(on day: CalendarDate) -> Bool { day >= from && !isOver(on: day) }

    /// Whether the last day was before this one.
    public func isOver(on day: CalendarDate) -> Bool { until.map { $0 < day } ?? false }
}

/// A ban that ends before its term.
public struct BanLifting: Hashable, Sendable, Codable {
    /// The removal that brought the ban.
    public let removal: FactTag
    public let reason: String

    /// The lifting of the ban of a removal.
    public init(removal: FactTag, reason: String) {
        (self.removal, self.reason) = (removal, reason)
    }
}

/// Fingers to be taken later.
public struct Recapture: Hashable, Sendable, Codable {
    /// Who the person says to be, where nobody is registered yet.
    public let claims: [Identifier]
    public let fingers: [MissingFinger]
    public let place: String?

    /// What is due.
    public init(claims: [Identifier], fingers: [MissingFinger], place: String?) {
        (self.claims, self.fingers, self.place) = (claims, fingers, place)
    }
}

/// Something open that is closed.
public struct Closing: Hashable, Sendable, Codable {
    /// The fact that opened it.
    public let of: FactTag

    /// The end of what this fact began.
    public init(of: FactTag) { self.of = of }
}

/// The fingers of somebody banned came under another name.
public struct Alert: Hashable, Sendable, Codable {
    /// Who is told: the agency that recorded the removal.
    public let owner: Agency
    /// The removal whose ban is in force.
    public let removal: FactTag
    /// The person the fingers came under; nil where nobody was registered for it.
    public let person: String?
    /// -log10 of the estimated false match rate.
    public let score: Float
    public let claims: [Identifier]

    /// An alert of these values.
    public init(owner: Agency, removal: FactTag, person: String?, score: Float, claims: [Identifier]) {
        (self.owner, self.removal, self.person) = (owner, removal, person)
        (self.score, self.claims) = (score, claims)
    }
}

/// A certificate that was issued.
public struct IssuedCertificate: Hashable, Sendable, Codable {
    public let serial: String
    public let issuedOn: CalendarDate
    /// Of the key that signed it, in hexadecimal digits.
    public let key: String

    /// What is kept of a certificate: not the file.
    public init(serial: String, issuedOn: CalendarDate, key: String) {
        (self.serial, self.issuedOn, self.key) = (serial, issuedOn, key)
    }
}

/// An answer that is given again to the same request.
public struct KeptAnswer: Hashable, Sendable, Codable {
    /// The station's name for the request.
    public let key: IdempotencyKey
    /// SHA-256 of the request, in hexadecimal digits: another request under the same key is refused.
    public let request: String
    /// Milliseconds since 1970 UTC; from then on the key is free.
    public let until: Int64
    /// As the layer above writes it.
    public let answer: String

    /// An answer of these values.
    public init(key: IdempotencyKey, request: String, until: Int64, answer: String) {
        (self.key, self.request, self.until, self.answer) = (key, request, until, answer)
    }
}

/// A station's own name for one of its requests: sent again under the same, it is not done again.
public struct IdempotencyKey: Hashable, Sendable, Codable {
    public let agency: Agency
    public let station: String
    /// ``RegistryLimits/keyBytes`` bytes of A-Z a-z 0-9 - _ .
    public let text: String

    /// - Throws: ``FieldError`` for another length or character.
    public init(agency: Agency, station: String, _ text: String) throws(FieldError) {
        let allowed = RegistryLimits.keyBytes
        guard allowed.contains(text.utf8.count), text.utf8.allSatisfy(Self.isAllowed) else {
            throw FieldError(
                "key", "another length or character",
                allowed: "\(allowed.lowerBound) to \(allowed.upperBound) of A-Z a-z 0-9 - _ .")
        }
        (self.agency, self.station, self.text) = (agency, station, text)
    }

    private static func isAllowed(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."):
            true
        default: false
        }
    }
}
