public import TamgaTemplates

extension FingerPosition {
    /// What the finger or palm is called: right index finger, правый указательный палец, оң қолдың сұқ саусағы.
    public var text: Localized {
        switch self {
        case .unknown:
            Localized(kazakh: "белгісіз саусақ", russian: "неустановленный палец", english: "unknown finger")
        case .unknownPalm:
            Localized(kazakh: "белгісіз алақан", russian: "неустановленная ладонь", english: "unknown palm")
        case .rightThumb: Self.right("бас бармағы", "правый большой палец", "thumb")
        case .rightIndex: Self.right("сұқ саусағы", "правый указательный палец", "index finger")
        case .rightMiddle: Self.right("ортаңғы саусағы", "правый средний палец", "middle finger")
        case .rightRing: Self.right("аты жоқ саусағы", "правый безымянный палец", "ring finger")
        case .rightLittle: Self.right("шынашағы", "правый мизинец", "little finger")
        case .rightPalm: Self.right("алақаны", "правая ладонь", "palm")
        case .leftThumb: Self.left("бас бармағы", "левый большой палец", "thumb")
        case .leftIndex: Self.left("сұқ саусағы", "левый указательный палец", "index finger")
        case .leftMiddle: Self.left("ортаңғы саусағы", "левый средний палец", "middle finger")
        case .leftRing: Self.left("аты жоқ саусағы", "левый безымянный палец", "ring finger")
        case .leftLittle: Self.left("шынашағы", "левый мизинец", "little finger")
        case .leftPalm: Self.left("алақаны", "левая ладонь", "palm")
        }
    }

    private static func right(_ kazakh: String, _ russian: String, _ english: String) -> Localized {
        Localized(kazakh: "оң қолдың \(kazakh)", russian: russian, english: "right \(english)")
    }

    private static func left(_ kazakh: String, _ russian: String, _ english: String) -> Localized {
        Localized(kazakh: "сол қолдың \(kazakh)", russian: russian, english: "left \(english)")
    }
}
