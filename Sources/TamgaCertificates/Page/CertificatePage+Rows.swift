import TamgaRegistry
import TamgaTemplates

// The rows of the three columns.
extension CertificatePage {
    /// How many there are.
    static let rows = 7

    mutating func drawRows(top: Double) throws(CertificateError) -> Double {
        var y = try drawAcross(CertificateTexts.place, content.place, top: top)
        y = try drawRow(CertificateTexts.agency, [RowLine(CertificateTexts.text(content.agency))], top: y)
        y = try drawRow(CertificateTexts.ground, [RowLine(CertificateTexts.text(content.ground))], top: y)
        y = try drawRow(CertificateTexts.registeredOn, [RowLine(CertificateTexts.date(content.registeredOn))], top: y)
        y = try drawRow(CertificateTexts.issuedOn, [RowLine(CertificateTexts.date(content.issuedOn))], top: y)
        y = try drawRow(CertificateTexts.taken, RowLine.taken(content), top: y)
        return try drawRow(CertificateTexts.notTaken, RowLine.notTaken(content), top: y, isLast: true)
    }

    /// A value that is the same in all languages, for which its label stands in one line.
    private mutating func drawAcross(
        _ label: Localized, _ value: String, top: Double
    ) throws(CertificateError) -> Double {
        let y = try canvas.set(
            CertificateTexts.inOneLine(label), x: Self.margin, top: top - padding, width: Self.inner, self.label)
        let end = try canvas.set(value, x: Self.margin, top: y - 1, width: Self.inner, self.value)
        return drawRule(below: end)
    }

    private mutating func drawRow(
        _ label: Localized, _ lines: [RowLine], top: Double, isLast: Bool = false
    ) throws(CertificateError) -> Double {
        var y = try set(label, top: top - padding, self.label) - 1
        for line in lines { y = try set(line.text, top: y, line.isHeading ? heading : value) }
        return isLast ? y - padding : drawRule(below: y)
    }

    private mutating func drawRule(below y: Double) -> Double {
        canvas.rule(x: Self.margin, y: y - padding, width: Self.inner, thickness: 0.5, .line)
        return y - padding
    }
}

/// A paragraph of a row.
struct RowLine {
    let text: Localized
    let isHeading: Bool

    init(_ text: Localized, isHeading: Bool = false) { (self.text, self.isHeading) = (text, isHeading) }

    /// For each hand its name, and what was taken of it.
    static func taken(_ content: CertificateContent) -> [RowLine] {
        lines(of: content.taken) { _ in nil }
    }

    /// The same with reasons; the word for none where all were taken.
    static func notTaken(_ content: CertificateContent) -> [RowLine] {
        let positions = content.notTaken.keys.sorted { $0.rawValue < $1.rawValue }
        guard !positions.isEmpty else { return [RowLine(CertificateTexts.nothing)] }
        return lines(of: positions) { content.notTaken[$0].map(CertificateTexts.text) }
    }

    private static func lines(of positions: [FingerPosition], note: (FingerPosition) -> Localized?) -> [RowLine] {
        let left = positions.filter(FingerPosition.leftHand.contains)
        let right = positions.filter { !FingerPosition.leftHand.contains($0) }
        let hands = [(CertificateTexts.rightHand, right), (CertificateTexts.leftHand, left)]
        return hands.filter { !$0.1.isEmpty }.flatMap { hand, ones in
            func list(_ language: Language) -> String {
                let words = ones.map { position in
                    CertificateTexts.text(position)[language] + (note(position).map { " (\($0[language]))" } ?? "")
                }
                return words.joined(separator: ", ")
            }
            let list = Localized(kazakh: list(.kazakh), russian: list(.russian), english: list(.english))
            return [RowLine(hand, isHeading: true), RowLine(list)]
        }
    }
}

extension FingerPosition {
    /// What the left hand has; every other named position is of the right one.
    static let leftHand: Set<FingerPosition> = [
        .leftThumb, .leftIndex, .leftMiddle, .leftRing, .leftLittle, .leftPalm,
    ]
}
