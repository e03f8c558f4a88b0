public import TamgaRegistry
public import TamgaTemplates

/// What a certificate of registration says. No name, no IIN, nothing biometric: the registration number alone links it
/// to a person, for those who hold the register.
public struct CertificateContent: Hashable, Sendable {
    /// Of the certificate itself, in ``CertificateLimits/serials``.
    public let serial: UInt64
    /// The registration number.
    public let person: PersonID
    public let agency: Agency
    /// Where the registration took place, in ``CertificateLimits/placeBytes``.
    public let place: String
    public let ground: RegistrationGround
    /// The day the registration was completed.
    public let registeredOn: CalendarDate
    /// The day of the certificate, not before the registration.
    public let issuedOn: CalendarDate
    /// The fingers and palms whose prints were taken, by code.
    public let taken: [FingerPosition]
    /// Why those of the others were not; every finger is either taken or here.
    public let notTaken: [FingerPosition: MissingReason]

    /// - Throws: `fieldRefused` for a serial or a place beyond its limit, a place with anything but Latin and Cyrillic
    ///   letters, digits, marks and single blanks between words, a certificate older than its registration, an unnamed
    ///   or repeated position, a position both taken and not, a finger that is neither, and where nothing was taken.
    public init(
        serial: UInt64, person: PersonID, agency: Agency, place: String, ground: RegistrationGround,
        registeredOn: CalendarDate, issuedOn: CalendarDate, taken: [FingerPosition],
        notTaken: [FingerPosition: MissingReason]
    ) throws(CertificateError) {
        guard CertificateLimits.serials.contains(serial) else {
            throw .fieldRefused(
                field: "serial", reason: "\(serial)",
                limit: "\(CertificateLimits.serials.lowerBound) to \(CertificateLimits.serials.upperBound)")
        }
        guard issuedOn >= registeredOn else {
            throw .fieldRefused(field: "issuedOn", reason: "before the registration", limit: "\(registeredOn) or later")
        }
        try Self.check(place: place)
        try Self.check(taken: taken, notTaken: notTaken)
        (self.serial, self.person, self.agency, self.place, self.ground) = (serial, person, agency, place, ground)
        (self.registeredOn, self.issuedOn) = (registeredOn, issuedOn)
        self.taken = taken.sorted { $0.rawValue < $1.rawValue }
        self.notTaken = notTaken
    }

    /// The place where a certificate can say it, or a dash: what somebody wrote once, in letters that are not printed
    /// here, is no reason for the person never to get one.
    public static func printable(_ place: String) -> String {
        do throws(CertificateError) {
            try check(place: place)
            return place
        } catch { return "\u{2014}" }
    }

    private static func check(place: String) throws(CertificateError) {
        let limit = CertificateLimits.placeBytes
        guard limit.contains(place.utf8.count) else {
            throw .fieldRefused(
                field: "place", reason: "\(place.utf8.count) bytes",
                limit: "\(limit.lowerBound) to \(limit.upperBound) bytes of UTF-8")
        }
        let words = place.split(separator: " ", omittingEmptySubsequences: false)
        guard place.unicodeScalars.allSatisfy(isPlain), words.allSatisfy({ !$0.isEmpty }) else {
            throw .fieldRefused(
                field: "place", reason: "a character that does not belong there",
                limit: "Latin and Cyrillic letters in composed form, digits, marks, single blanks between words")
        }
    }

    /// Nothing that turns, hides, joins or breaks the text around it: what is read must be what is signed.
    private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        // ASCII; Latin letters and signs without the soft hyphen; Cyrillic without combining marks.
        case 0x20...0x7E, 0xA1...0xAC, 0xAE...0x24F, 0x400...0x482, 0x48A...0x52F: true
        // Dashes, quotation marks, ellipsis, the sign for a number.
        case 0x2010...0x2015, 0x2018...0x201F, 0x2026, 0x2116: true
        default: false
        }
    }

    private static func check(
        taken: [FingerPosition], notTaken: [FingerPosition: MissingReason]
    ) throws(CertificateError) {
        let all = taken + notTaken.keys
        guard !taken.isEmpty else {
            throw .fieldRefused(field: "taken", reason: "nothing", limit: "one finger or palm, or more")
        }
        guard all.allSatisfy(\.isNamed) else {
            throw .fieldRefused(field: "taken", reason: "an unknown position", limit: "named fingers and palms")
        }
        guard Set(all).count == all.count else {
            throw .fieldRefused(field: "taken", reason: "a position twice", limit: "each once, taken or not taken")
        }
        if let finger = FingerPosition.fingers.first(where: { !all.contains($0) }) {
            throw .fieldRefused(
                field: "notTaken", reason: "nothing is said of \(finger)",
                limit: "every finger taken, or not taken with a reason")
        }
    }
}
