import TamgaRegistry
import TamgaTemplates

// The rows of the three columns.
extension CertificatePage {
    mutating func drawRows(top: Double) throws(CertificateError) -> Double {
        var y = try drawAcross(CertificateTexts.place, content.place, top: top)
        y = try drawRow(CertificateTexts.agency, [CertificateTexts.text(content.agency)], top: y)
        y = try drawRow(CertificateTexts.ground, [CertificateTexts.text(content.ground)], top: y)
        y = try drawRow(CertificateTexts.registeredOn, [CertificateTexts.date(content.registeredOn)], top: y)
        y = try drawRow(CertificateTexts.issuedOn, [CertificateTexts.date(content.issuedOn)], top: y)
        y = try drawRow(CertificateTexts.taken, CertificateTexts.taken(content), top: y)
        return try drawRow(CertificateTexts.notTaken, CertificateTexts.notTaken(content), top: y, isLast: true)
    }

    /// A value that is the same in all languages, for which its label stands in one line.
    private mutating func drawAcross(
        _ label: Localized, _ value: String, top: Double
    ) throws(CertificateError) -> Double {
        var y = try canvas.set(
            CertificateTexts.inOneLine(label), x: Self.margin, top: top - 6, width: Self.inner, Self.label)
        y = try canvas.set(value, x: Self.margin, top: y - 1, width: Self.inner, Self.value)
        return drawRule(below: y)
    }

    private mutating func drawRow(
        _ label: Localized, _ values: [Localized], top: Double, isLast: Bool = false
    ) throws(CertificateError) -> Double {
        var y = try set(label, top: top - 6, Self.label) - 1
        for value in values { y = try set(value, top: y, Self.value) }
        return isLast ? y : drawRule(below: y)
    }

    private mutating func drawRule(below y: Double) -> Double {
        canvas.rule(x: Self.margin, y: y - 6, width: Self.inner, thickness: 0.5, .line)
        return y - 6
    }
}

extension CertificateTexts {
    /// A line for each hand.
    static func taken(_ content: CertificateContent) -> [Localized] {
        lines(of: content.taken) { _ in nil }
    }

    /// A line for each hand; the word for none where all were taken.
    static func notTaken(_ content: CertificateContent) -> [Localized] {
        let positions = content.notTaken.keys.sorted { $0.rawValue < $1.rawValue }
        return positions.isEmpty ? [nothing] : lines(of: positions) { content.notTaken[$0].map(text) }
    }

    private static func lines(
        of positions: [FingerPosition], note: (FingerPosition) -> Localized?
    ) -> [Localized] {
        let isLeft: (FingerPosition) -> Bool = { FingerPosition.leftHand.contains($0) }
        return [(rightHand, positions.filter { !isLeft($0) }), (leftHand, positions.filter(isLeft))].compactMap { hand, ones in
            guard !ones.isEmpty else { return nil }
            func line(_ language: Language) -> String {
                let words = ones.map { text($0)[language] + (note($0).map { " (\($0[language]))" } ?? "") }
                return "\(hand[language]): \(words.joined(separator: ", "))"
            }
            return Localized(kazakh: line(.kazakh), russian: line(.russian), english: line(.english))
        }
    }
}

extension FingerPosition {
    /// What the left hand has; every other named position is of the right one.
    static let leftHand: Set<FingerPosition> = [
        .leftThumb, .leftIndex, .leftMiddle, .leftRing, .leftLittle, .leftPalm,
    ]
}
