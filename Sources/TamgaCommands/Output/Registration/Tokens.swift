internal import TamgaRegistry
internal import TamgaTemplates
internal import TamgaWire

extension WireToken {
    /// What the word says, by the register's vocabulary; the word itself where this program does not know it, so that
    /// nothing a newer server says is left out.
    func words<Word: RawRepresentable<String>>(
        _ language: Language, _: Word.Type, _ text: (Word) -> Localized
    ) -> String {
        Word(rawValue: self.text).map { text($0)[language] } ?? self.text
    }

    /// An agency by its name.
    func agency(_ language: Language) -> String { words(language, Agency.self, \.text) }
}

/// A position's code in words, such as `right index finger (right-index)`; the code where this program does not know
/// it.
func positionText(_ code: UInt8, _ language: Language) -> String {
    FingerPosition(rawValue: code).map { "\($0.text[language]) (\($0.name))" } ?? "\(code)"
}

/// A code of `WireSwap` in words; nil where nothing was exchanged.
func swapText(_ code: UInt8, _ language: Language) -> String? {
    guard code != WireSwap.none else { return nil }
    return FingerSwap(rawValue: code)?.text[language] ?? "\(code)"
}
