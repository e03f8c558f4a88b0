package import TamgaTemplates

/// How the files of a folder are named.
package enum Layout: String, CaseIterable, Sendable {
    /// `012_3_1.iso`: person 012, finger 3 (its position), impression 1.
    case personFingerImpression = "person_finger_impression"
    /// `101_1.iso`: finger 101, which is a person of its own, position unknown; impression 1.
    case fingerImpression = "finger_impression"

    /// - Throws: ``CommandError`` of status `usage`.
    package init(named name: String) throws(CommandError) {
        guard let layout = Layout(rawValue: name) else {
            let names = Self.allCases.map(\.rawValue).joined(separator: " or ")
            throw .usage("\(name) is not a layout", field: "--layout", limit: names)
        }
        self = layout
    }
}

/// What a file's name says under a layout.
package struct FileName: Hashable, Sendable {
    /// With its extension.
    package var name: String
    package var person: String
    package var position: FingerPosition
    package var impression: Int

    package init(name: String, person: String, position: FingerPosition, impression: Int) {
        self.name = name
        self.person = person
        self.position = position
        self.impression = impression
    }

    /// Without its extension.
    package var stem: String { String(name.dropLast(Self.ending.utf8.count)) }

    static let ending = ".iso"
}

/// A file whose name does not fit the layout.
package struct Misfit: Error, Hashable, Sendable {
    package var name: String
    package var reason: String
}

extension Layout {
    /// Reads a file's name.
    ///
    /// - Throws: ``Misfit`` saying why it does not fit.
    package func read(_ name: String) throws(Misfit) -> FileName {
        func misfit(_ reason: String) -> Misfit { Misfit(name: name, reason: reason) }
        guard name.hasSuffix(FileName.ending) else { throw misfit("its name does not end in \(FileName.ending)") }
        let parts = name.dropLast(FileName.ending.utf8.count).split(separator: "_", omittingEmptySubsequences: false)
        guard parts.count == partCount else { throw misfit("its name is not \(pattern)") }
        guard !parts[0].isEmpty else { throw misfit("its name begins with _") }
        guard let impression = NumberSet.number(parts[partCount - 1]), impression > 0 else {
            throw misfit("its impression is not a number from 1 on")
        }
        guard let position = position(parts) else {
            throw misfit("its finger is not a number from 1 to 10, 20, 21 or 23")
        }
        return FileName(name: name, person: String(parts[0]), position: position, impression: impression)
    }

    private func position(_ parts: [Substring]) -> FingerPosition? {
        guard self == .personFingerImpression else { return .unknown }
        guard let code = NumberSet.number(parts[1]).flatMap(UInt8.init(exactly:)), code > 0 else { return nil }
        return FingerPosition(rawValue: code)
    }

    private var partCount: Int { self == .personFingerImpression ? 3 : 2 }

    private var pattern: String {
        self == .personFingerImpression ? "PERSON_FINGER_IMPRESSION.iso" : "FINGER_IMPRESSION.iso"
    }
}
