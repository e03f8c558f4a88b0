/// A law's rules in order: the first row that holds decides.
///
/// Total by construction: where no row holds, `otherwise` decides, so every question has an answer and a citation.
public struct ObligationTable: Hashable, Sendable {
    public let rows: [ObligationRow]
    /// What holds where no row does; its own dates and conditions are not looked at.
    public let otherwise: ObligationRow

    /// Takes rows in order of precedence.
    public init(rows: [ObligationRow], otherwise: ObligationRow) {
        (self.rows, self.otherwise) = (rows, otherwise)
    }

    /// Answers in one pass over the rows.
    public func answer(_ question: ObligationQuestion) -> Obligation {
        Obligation(row: rows.first { $0.decides(question) } ?? otherwise)
    }
}
