/// The limits of the registry, by name and unit.
public enum RegistryLimits {
    /// Bytes of a person identifier.
    public static let personIDBytes = 64
    /// Decimal digits of an individual identification number, the check digit included.
    public static let iinDigits = 12
    /// Years of a ``CalendarDate``.
    public static let years = 1_900...2_999
    /// Bytes of a text that people wrote: a name, a place, a ground.
    public static let textBytes = 256
    /// Characters of a document's number.
    public static let documentCharacters = 24
    /// Bytes of an identifier in its text form.
    public static let identifierBytes = 640
    /// Identifiers that one request may claim.
    public static let claims = 16
    /// Identifiers of one person.
    public static let identifiersPerPerson = 64
    /// Bytes of the name of a station or an officer.
    public static let nameBytes = 64
    /// Bytes of an idempotency key.
    public static let keyBytes = 8...64
    /// Years an entry ban may last from its beginning; a longer one has no end.
    public static let banYears = 100
    /// Bytes of a station's name.
    public static let stationNameBytes = 1...64
}
