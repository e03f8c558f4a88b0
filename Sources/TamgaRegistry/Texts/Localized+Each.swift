extension Localized {
    /// The text that a function gives for each language.
    init(each text: (Language) -> String) {
        self.init(kazakh: text(.kazakh), russian: text(.russian), english: text(.english))
    }
}
