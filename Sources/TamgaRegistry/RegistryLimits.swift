/// The limits of the registry, by name and unit.
public enum RegistryLimits {
    /// Bytes of a person identifier.
    public static let personIDBytes = 64
    /// Decimal digits of an individual identification number, the check digit included.
    public static let iinDigits = 12
    /// Years of a ``CalendarDate``.
    public static let years = 1_900...2_999
    /// Bytes of a station's name.
    public static let stationNameBytes = 1...64
}
