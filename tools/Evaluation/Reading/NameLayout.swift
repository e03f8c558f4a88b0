package import TamgaTemplates

/// How the files of a folder are named; the same names as the command line's `tamga import --layout`.
package enum NameLayout: String, CaseIterable, Sendable {
    /// `012_3_1.iso`: person 012, finger 3 (its position), impression 1.
    case personFingerImpression = "person_finger_impression"
    /// `101_1.iso`: finger 101, which is a person of its own, position unknown; impression 1.
    case fingerImpression = "finger_impression"

    /// Reads a layout's name, in capitals or not; nil for any other.
    package init?(named name: String) {
        self.init(rawValue: name.lowercased())
    }

    /// The names a user may write.
    package static var names: String { allCases.map(\.rawValue).joined(separator: " or ") }

    static let ending = ".iso"

    /// What a file's name says of its template.
    ///
    /// - Throws: ``Misfit`` with the reason.
    package func read(_ name: String) throws(Misfit) -> SampleName {
        guard name.hasSuffix(Self.ending) else { throw Misfit("its name does not end in \(Self.ending)") }
        let stem = String(name.dropLast(Self.ending.count))
        let parts = stem.split(separator: "_", omittingEmptySubsequences: false).map(String.init)
        let pattern = rawValue.uppercased() + Self.ending
        guard parts.count == (self == .personFingerImpression ? 3 : 2), !parts.contains("") else {
            throw Misfit("its name is not \(pattern)")
        }
        guard let impression = Self.number(parts[parts.count - 1]), impression > 0 else {
            throw Misfit("its impression is not a number from 1 on")
        }
        guard self == .personFingerImpression else {
            return SampleName(stem: stem, person: parts[0], position: .unknown, impression: impression)
        }
        guard let code = Self.number(parts[1]).flatMap(UInt8.init(exactly:)), code > 0,
            let position = FingerPosition(rawValue: code)
        else { throw Misfit("its finger is not a number from 1 to 10, 20, 21 or 23") }
        return SampleName(stem: stem, person: parts[0], position: position, impression: impression)
    }

    /// Digits only: no sign, no spaces.
    private static func number(_ text: String) -> Int? {
        text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } ? Int(text) : nil
    }
}

/// What the name of a file says under a layout.
package struct SampleName: Hashable, Sendable {
    /// Without the extension.
    package var stem: String
    package var person: String
    package var position: FingerPosition
    package var impression: Int

    package init(stem: String, person: String, position: FingerPosition, impression: Int) {
        (self.stem, self.person, self.position, self.impression) = (stem, person, position, impression)
    }

    /// The finger within its database: `012_3`, or `101` where a finger is a person of its own.
    package var finger: String {
        position == .unknown ? person : "\(person)_\(position.rawValue)"
    }
}

/// Why the name of a file does not fit the layout.
package struct Misfit: Error, Hashable, Sendable {
    package var reason: String

    init(_ reason: String) {
        self.reason = reason
    }
}
