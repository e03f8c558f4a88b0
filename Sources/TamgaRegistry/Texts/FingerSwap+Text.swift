public import TamgaTemplates

extension FingerSwap {
    /// Whether hands or fingers came exchanged, in a few words.
    public var text: Localized {
        switch self {
        case .none:
            Localized(kazakh: "саусақтар дұрыс аталған", russian: "пальцы указаны верно", english: "fingers as named")
        case .handsExchanged:
            Localized(
                kazakh: "оң қол мен сол қол ауыстырылған", russian: "правая и левая рука перепутаны",
                english: "right and left hand exchanged")
        case .fingersExchanged:
            Localized(kazakh: "саусақтар ауыстырылған", russian: "пальцы перепутаны", english: "fingers exchanged")
        }
    }
}
