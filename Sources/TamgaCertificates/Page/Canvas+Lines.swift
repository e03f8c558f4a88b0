// Texts of several lines.
extension Canvas {
    /// Breaks a text between words so that no line is wider, and within a word that alone is wider.
    mutating func lines(
        of text: String, width: Double, _ style: TextStyle
    ) throws(CertificateError) -> [String] {
        var lines: [String] = []
        var line = ""
        for word in text.split(separator: " ") {
            let longer = line.isEmpty ? String(word) : "\(line) \(word)"
            if try self.width(of: longer, style) <= width {
                line = longer
                continue
            }
            if !line.isEmpty { lines.append(line) }
            var pieces = try pieces(of: word, width: width, style)
            line = pieces.removeLast()
            lines += pieces
        }
        return line.isEmpty ? lines : lines + [line]
    }

    /// One or more.
    private mutating func pieces(
        of word: Substring, width: Double, _ style: TextStyle
    ) throws(CertificateError) -> [String] {
        var pieces: [String] = []
        var piece = ""
        for character in word {
            if !piece.isEmpty, try self.width(of: piece + String(character), style) > width {
                pieces.append(piece)
                piece = ""
            }
            piece.append(character)
        }
        return pieces + [piece]
    }

    /// Sets lines downwards, the first one's upper edge at `top`; where the last one ends.
    mutating func set(
        _ lines: [String], x: Double, top: Double, width: Double, centred: Bool = false, _ style: TextStyle
    ) throws(CertificateError) -> Double {
        var y = top
        for line in lines {
            y -= style.leading
            let free = centred ? width - (try self.width(of: line, style)) + style.tracking : 0
            try text(line, x: x + free / 2, y: y + 0.24 * style.leading, style)
        }
        return y
    }

    /// Breaks and sets a text; where its last line ends.
    mutating func set(
        _ text: String, x: Double, top: Double, width: Double, centred: Bool = false, _ style: TextStyle
    ) throws(CertificateError) -> Double {
        try set(lines(of: text, width: width, style), x: x, top: top, width: width, centred: centred, style)
    }
}
