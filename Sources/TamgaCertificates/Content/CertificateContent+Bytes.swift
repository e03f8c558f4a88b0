import TamgaRegistry
import TamgaTemplates

extension CertificateContent {
    /// What the canonical form begins with: nothing else that is signed does.
    static let magic = Array("TMGC".utf8)
    /// The version of the form.
    static let version: UInt8 = 1

    /// The canonical form: the same content always gives the same bytes (docs/CERTIFICATE.md has the layout).
    public var canonicalBytes: [UInt8] {
        var bytes = Self.magic + [Self.version]
        func add(_ field: [UInt8]) { bytes += [UInt8(truncatingIfNeeded: field.count)] + field }
        add((0..<8).reversed().map { UInt8(truncatingIfNeeded: serial >> (8 * $0)) })
        add(Array(person.text.utf8))
        add([agency.contentCode])
        add(Array(place.utf8))
        add([ground.contentCode])
        add(Self.bytes(of: registeredOn))
        add(Self.bytes(of: issuedOn))
        add(taken.map(\.rawValue))
        add(notTaken.sorted { $0.key.rawValue < $1.key.rawValue }.flatMap { [$0.key.rawValue, $0.value.contentCode] })
        return bytes
    }

    /// Reads the canonical form, and nothing but it: every byte counts, and other bytes never give the same content.
    ///
    /// - Throws: `notACertificate`, `newer`, `fieldRefused`.
    public init(canonicalBytes bytes: [UInt8]) throws(CertificateError) {
        var reader = ContentReader(bytes)
        try reader.magic()
        let serial = try reader.field("serial", 8...8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        let person = try reader.person()
        let agency = try reader.coded("agency", Agency.self)
        let place = try reader.text("place", CertificateLimits.placeBytes)
        let ground = try reader.coded("ground", RegistrationGround.self)
        let registeredOn = try reader.date("registeredOn")
        let issuedOn = try reader.date("issuedOn")
        let taken = try reader.taken()
        let notTaken = try reader.notTaken()
        try reader.end()
        try self.init(
            serial: serial, person: person, agency: agency, place: place, ground: ground, registeredOn: registeredOn,
            issuedOn: issuedOn, taken: taken, notTaken: notTaken)
        // The order of lists, and whatever else the fields leave open, is settled here.
        guard canonicalBytes == bytes else { throw .notACertificate(reason: "the content is not in canonical form") }
    }

    private static func bytes(of date: CalendarDate) -> [UInt8] {
        [date.year >> 8, date.year & 255, date.month, date.day].map { UInt8(truncatingIfNeeded: $0) }
    }
}
