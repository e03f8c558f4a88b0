/// What ISO/IEC 19794-2:2011 says of the capture of one representation.
public struct CaptureDetails: Hashable, Sendable {
    public var date: CaptureDate
    /// The kind of sensor, a code of the standard; 0 for unknown.
    public var technology: UInt8
    /// Vendor and type of the device; 0 for not reported.
    public var vendor: UInt16
    public var device: UInt16
    /// nil where the record says that no representation has certificates.
    public var certificates: [DeviceCertificate]?

    /// Details of a capture; nothing reported unless given.
    public init(
        date: CaptureDate = .notReported, technology: UInt8 = 0, vendor: UInt16 = 0, device: UInt16 = 0,
        certificates: [DeviceCertificate]? = nil
    ) {
        (self.date, self.technology, self.vendor) = (date, technology, vendor)
        (self.device, self.certificates) = (device, certificates)
    }
}

/// Nine bytes of date and time as they came; a field of all ones is not reported.
public struct CaptureDate: Hashable, Sendable {
    public var year: UInt16
    public var month: UInt8
    public var day: UInt8
    public var hour: UInt8
    public var minute: UInt8
    public var second: UInt8
    public var milliseconds: UInt16

    /// Nothing reported: all ones.
    public static let notReported = CaptureDate(
        year: .max, month: .max, day: .max, hour: .max, minute: .max, second: .max, milliseconds: .max)

    /// A date and a time of day, in UTC; not checked.
    public init(
        year: UInt16, month: UInt8, day: UInt8, hour: UInt8, minute: UInt8, second: UInt8, milliseconds: UInt16
    ) {
        (self.year, self.month, self.day) = (year, month, day)
        (self.hour, self.minute, self.second, self.milliseconds) = (hour, minute, second, milliseconds)
    }
}

/// That a device was certified, by whom and to what.
public struct DeviceCertificate: Hashable, Sendable {
    public var authority: UInt16
    public var scheme: UInt8

    /// Codes as they came.
    public init(authority: UInt16, scheme: UInt8) {
        (self.authority, self.scheme) = (authority, scheme)
    }
}
